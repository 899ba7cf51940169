//! Adopt a proposed schedule.

use std::collections::HashMap;

use inspectorate_entity::coverage::{coverage_plan, plan_assignment, round};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject,
    coverage_plan::CoveragePlan,
    gates, placement, propose_schedule,
    schedule::{self, ScheduleRequestInput, problem::Problem},
    source::Source,
    term_of,
};
use crate::{
    access::change::Change,
    blocks::solver,
    error::Result,
    graphql::{
        node_id::GlobalId,
        text::{Code, Paragraph},
    },
    read::noun::Noun,
};

/// What adopting a schedule takes.
#[derive(Debug, Input)]
pub struct AdoptScheduleInput {
    /// The five-year plan (五年规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The `version` of the proposal that you saw (方案版本).
    pub proposal: Code,
    /// The request to which it was proposed, unchanged (排期要求).
    pub request: ScheduleRequestInput,
    /// Why objects are moved whose round went by without them; that it did when left out (调整理由).
    pub reason: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Adopt a proposed schedule (采用排期方案): every placement of it is written, rounds that are not open yet are opened, all at once;
/// refused when anything that the proposal follows from has changed since.
#[verb(CoveragePlan)]
pub async fn adopt_schedule(change: &mut Change, input: AdoptScheduleInput) -> Result<Uuid> {
    // Two adoptions of one plan wait for each other.
    let plan = change
        .related_alone::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    let term = term_of::term(change, plan.term_id).await?;
    gates::term_not_closed(&term, "input.plan")?;
    let due = propose_schedule::due(
        &Source::Changing(change),
        change.viewer(),
        plan.id,
        &input.request,
        ("input.plan", "input.request"),
    )
    .await?;
    gates::plan_is_approved(plan.status, "input.plan")?;
    gates::still_as_proposed(&input.proposal.0, &due.problem.version())?;
    let (problem, places) = solver::aside(move || {
        let places = schedule::solve(&due.problem)?;
        Ok((due.problem, places))
    })
    .await?;
    let rounds = rounds(change, &plan, &problem).await?;
    let annual_plans = annual_plans(change, plan.id).await?;
    let today = change.today();
    let reason = input.reason.map(|reason| reason.0);
    let (mut placements, mut objects) = (Vec::new(), Vec::new());
    for (candidate, place) in problem.candidates.iter().zip(places) {
        let Some(slot) = place else {
            continue;
        };
        if candidate.placed {
            placement::end(change, candidate.object, today, None).await?;
        }
        let year = problem.slots[slot].round.year;
        placements.push(plan_assignment::ActiveModel {
            object_id: Set(candidate.object),
            dispatcher_id: Set(plan.dispatcher_id),
            annual_plan_id: Set(annual_plans.get(&year).copied()),
            year: Set(year),
            round_id: Set(Some(rounds[slot])),
            assigned_on: Set(today),
            superseded_on: Set(None),
            reason: Set(candidate.missed.then(|| {
                let missed = || "原定轮次已结束，未予巡察，按排期方案重新安排。".to_owned();
                reason.clone().unwrap_or_else(missed)
            })),
            superseded_reason: Set(None),
            out_of_rotation: Set(false),
            ..Default::default()
        });
        objects.push(candidate.object);
    }
    change.insert_all(placements).await?;
    change.touch(CoverageObject::DEF, &objects).await?;
    Ok(plan.id)
}

/// The id of each round; those that are not open yet are opened.
async fn rounds(
    change: &mut Change,
    plan: &coverage_plan::Model,
    problem: &Problem,
) -> Result<Vec<Uuid>> {
    let mut ids = Vec::with_capacity(problem.slots.len());
    for slot in &problem.slots {
        let asked = &slot.round;
        if let Some(id) = asked.id {
            ids.push(id);
            continue;
        }
        let opened = change
            .insert(round::ActiveModel {
                term_id: Set(plan.term_id),
                dispatcher_id: Set(plan.dispatcher_id),
                ordinal: Set(asked.ordinal),
                name: Set(asked.name.clone()),
                year: Set(asked.year),
                starts_on: Set(asked.window.first),
                ends_on: Set(asked.window.last),
                ..Default::default()
            })
            .await?;
        ids.push(opened.id);
    }
    Ok(ids)
}

/// The annual plan of each year that has one.
async fn annual_plans(change: &Change, plan: Uuid) -> Result<HashMap<i32, Uuid>> {
    let under_it = Condition::all().add(coverage_plan::Column::ParentId.eq(plan));
    let plans = change.rows::<coverage_plan::Entity>(under_it).await?;
    Ok(plans
        .into_iter()
        .map(|annual| (annual.from_year, annual.id))
        .collect())
}
