//! Propose a schedule: how the objects that are still due spread over the rounds that are left. Nothing is written.

use uuid::Uuid;

use super::{
    gates,
    schedule::{
        self, ScheduleProposal, ScheduleRequestInput, facts, problem::Problem, request::Asked,
    },
    source::Source,
};
use crate::{
    access::viewer::Viewer,
    blocks::{measure::today, solver},
    error::{Error, Result},
    read::Batch,
};

/// The proposal for the plan asked about, one at a time: a request names rounds, and rounds belong to one term.
pub async fn propose_schedule(batch: &Batch<'_>) -> Result<Vec<Option<ScheduleProposal>>> {
    let request: ScheduleRequestInput = batch.argument("request")?;
    match *batch.ids() {
        [] => Ok(Vec::new()),
        [plan] => {
            let source = Source::Reading(batch);
            let due = due(&source, batch.viewer(), plan, &request, ("plan", "request")).await?;
            let proposal = solver::aside(move || schedule::propose(&due.problem)).await?;
            Ok(vec![Some(proposal)])
        }
        _ => Err(Error::bad_input(
            "request",
            "A schedule is proposed for one plan at a time: ask for one five-year plan.",
            "每次只能为一个规划生成排期方案，请指定一个五年规划。",
        )),
    }
}

/// What is to be placed, after every gate that proposal and adoption share.
pub struct Due {
    pub facts: facts::Facts,
    pub asked: Asked,
    pub problem: Problem,
}

/// What is to be placed of `plan`; the fields are where plan and request stand in the input.
pub async fn due(
    source: &Source<'_, '_>,
    viewer: &Viewer,
    plan: Uuid,
    request: &ScheduleRequestInput,
    (plan_field, request_field): (&str, &str),
) -> Result<Due> {
    let facts = facts::read(source, plan).await?;
    let facts = facts.ok_or_else(|| Error::not_found("CoveragePlan", plan_field))?;
    gates::own(viewer, facts.plan.dispatcher, plan_field)?;
    gates::is_five_year_plan(facts.plan.kind, plan_field)?;
    gates::term_not_over(facts.plan.term, today(), plan_field)?;
    if facts.objects.is_empty() {
        return Err(gates::without_objects().field(plan_field));
    }
    let asked = request.asked(&facts, today(), request_field)?;
    let problem = Problem::new(&facts, &asked, today());
    gates::something_is_left(problem.candidates.len(), plan_field)?;
    Ok(Due {
        facts,
        asked,
        problem,
    })
}
