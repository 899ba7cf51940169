//! Draft the plan of one year.

use inspectorate_entity::coverage::coverage_plan::{self, PlanGuidance, PlanKind, PlanStatus};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{coverage_plan::CoveragePlan, gates, term_of};
use crate::{
    access::change::Change,
    domain::plans::checkpoint_step::set,
    error::Result,
    graphql::{node_id::GlobalId, text::Name},
};

/// What drafting an annual plan takes.
#[derive(Debug, Input)]
pub struct DraftAnnualPlanInput {
    /// The issued five-year plan that it carries out (五年规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The calendar year (年度).
    pub year: i32,
    /// Its title (名称).
    pub name: Name,
    /// The number of objects that the document prints; approval checks it against the objects placed in the plan. Leave it out when it prints none (计划所列对象数).
    pub printed_object_count: Option<i32>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Draft the annual plan (年度计划) of one year of an issued five-year plan, with its checkpoints at the start, in the middle and at
/// the end of the year; a year has one.
#[verb(CoveragePlan)]
pub async fn draft_annual_plan(change: &mut Change, input: DraftAnnualPlanInput) -> Result<Uuid> {
    let above = change
        .related::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    gates::own(change.viewer(), above.dispatcher_id, "input.plan")?;
    let term = term_of::term(change, above.term_id).await?;
    gates::term_not_closed(&term, "input.plan")?;
    let years = (above.from_year, above.to_year);
    gates::annual_plan_follows(above.kind, above.status, years, input.year)?;
    gates::not_negative(input.printed_object_count, "input.printedObjectCount")?;
    let same = Condition::all()
        .add(coverage_plan::Column::ParentId.eq(above.id))
        .add(coverage_plan::Column::FromYear.eq(input.year));
    let plans = change.rows::<coverage_plan::Entity>(same).await?;
    gates::plan_is_new(!plans.is_empty(), "input.year")?;
    let plan = change
        .insert(coverage_plan::ActiveModel {
            term_id: Set(above.term_id),
            dispatcher_id: Set(above.dispatcher_id),
            kind: Set(PlanKind::Annual),
            parent_id: Set(Some(above.id)),
            from_year: Set(input.year),
            to_year: Set(input.year),
            name: Set(input.name.0),
            document_number: Set(None),
            printed_object_count: Set(input.printed_object_count),
            status: Set(PlanStatus::Draft),
            submitted_on: Set(None),
            approved_on: Set(None),
            issued_on: Set(None),
            guidance: Set(PlanGuidance::NotReviewed),
            ..Default::default()
        })
        .await?;
    set(change, &plan, [(None, ""), (None, ""), (None, "")]).await?;
    Ok(plan.id)
}
