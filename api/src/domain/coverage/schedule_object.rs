//! Place an object in a year and round.

use inspectorate_entity::coverage::{
    coverage_object, coverage_plan, plan_assignment, round, round_block,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject, coverage_plan::CoveragePlan, gates, placement, round::Round,
    term_of,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, text::Paragraph},
};

/// What placing an object takes.
#[derive(Debug, Input)]
pub struct ScheduleObjectInput {
    /// The object (对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The calendar year (年度).
    pub year: i32,
    /// The annual plan of that year; leave it out while the year has none (年度计划).
    pub annual_plan: Option<GlobalId<CoveragePlan>>,
    /// The round; leave it out while only the year is fixed (轮次).
    pub round: Option<GlobalId<Round>>,
    /// Why it is moved, or goes with another block than its own; needed when it was placed before, or breaks the rotation (调整理由).
    pub reason: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Place an object in a year, an annual plan and a round (排入年度、轮次); an earlier placement is superseded and stays on record.
#[verb(CoverageObject)]
pub async fn schedule_object(change: &mut Change, input: ScheduleObjectInput) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    gates::own(change.viewer(), object.dispatcher_id, "input.object")?;
    gates::object_on_list(object.withdrawn_on)?;
    gates::organization_lives(object.organization_ended)?;
    let plan = term_of::plan_of(change, &object).await?;
    let term = term_of::term(change, plan.term_id).await?;
    gates::term_lasts(&term, change.today(), "input.object")?;
    gates::year_lies_in_plan((plan.from_year, plan.to_year), input.year, "input.year")?;
    let annual_plan_id = match &input.annual_plan {
        None => None,
        Some(annual) => {
            let annual = change
                .related::<coverage_plan::Entity, _>("annualPlan", annual)
                .await?;
            gates::annual_plan_fits((annual.parent_id, annual.from_year), plan.id, input.year)?;
            Some(annual.id)
        }
    };
    let round_id = match &input.round {
        None => None,
        Some(round) => {
            let round = change.related::<round::Entity, _>("round", round).await?;
            gates::round_fits((round.term_id, round.year), plan.term_id, input.year)?;
            Some(round.id)
        }
    };
    let before = placement::current(change, object.id).await?;
    gates::a_move_has_a_reason(before.is_some(), input.reason.is_some())?;
    let today = change.today();
    let blocks = blocks_of(change, round_id).await?;
    let out_of_rotation = gates::object_goes_with_its_block(
        object.block_id,
        object.priority,
        &blocks,
        input.reason.is_some(),
    )?;
    placement::end(change, object.id, today, None).await?;
    change
        .insert(plan_assignment::ActiveModel {
            object_id: Set(object.id),
            dispatcher_id: Set(object.dispatcher_id),
            annual_plan_id: Set(annual_plan_id),
            year: Set(input.year),
            round_id: Set(round_id),
            assigned_on: Set(today),
            superseded_on: Set(None),
            reason: Set(input.reason.map(|reason| reason.0)),
            superseded_reason: Set(None),
            out_of_rotation: Set(out_of_rotation),
            ..Default::default()
        })
        .await?;
    let placed = object.clone().into_active_model();
    Ok(change.update(&object, placed).await?.id)
}

/// The blocks that have their turn in the round.
async fn blocks_of(change: &Change, round: Option<Uuid>) -> Result<Vec<Uuid>> {
    let Some(round) = round else {
        return Ok(Vec::new());
    };
    let holding = Condition::all()
        .add(round_block::Column::RoundId.eq(round))
        .add(round_block::Column::ReleasedOn.is_null());
    let turns = change.rows::<round_block::Entity>(holding).await?;
    Ok(turns.into_iter().map(|turn| turn.block_id).collect())
}
