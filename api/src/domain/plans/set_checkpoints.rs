//! Set the three checkpoints of a year.

use inspectorate_entity::coverage::coverage_plan;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{checkpoint_step::set, gates};
use crate::{
    access::change::Change,
    domain::coverage::{coverage_plan::CoveragePlan, gates::own},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What setting the checkpoints of a year takes.
#[derive(Debug, Input)]
pub struct SetCheckpointsInput {
    /// The annual plan (年度计划).
    pub plan: GlobalId<CoveragePlan>,
    /// Until when the plan at the start of the year is due; leave it out to keep the day that stands, or to take the usual one (年初计划应完成日期).
    pub start_due_on: Option<Date>,
    /// Until when the check in the middle of the year is due; leave it out likewise (年中检查应完成日期).
    pub mid_due_on: Option<Date>,
    /// Until when the summary at the end of the year is due; leave it out likewise (年末总结应完成日期).
    pub end_due_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Set the checkpoints of an annual plan at the start, in the middle and at the end of its year, or move those still awaited
/// (设置年初、年中、年末节点). A plan gets them with its draft; this moves their days.
#[verb(CoveragePlan)]
pub async fn set_checkpoints(change: &mut Change, input: SetCheckpointsInput) -> Result<Uuid> {
    let plan = change
        .related_alone::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    gates::is_annual_plan(plan.kind, "input.plan")?;
    let days = [
        (input.start_due_on, "input.startDueOn"),
        (input.mid_due_on, "input.midDueOn"),
        (input.end_due_on, "input.endDueOn"),
    ];
    set(change, &plan, days).await?;
    Ok(plan.id)
}
