//! Record a step of the common plan as done.

use inspectorate_entity::joint_operations::joint_step;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{joint_operation::JointOperation, joint_step::JointStep, work_life_cycles::take_step};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
    read::noun::Noun as _,
};

/// What recording a step of the common plan as done takes.
#[derive(Debug, Input)]
pub struct CompleteJointStepInput {
    /// The step (工作步骤).
    pub step: GlobalId<JointStep>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it (完成情况).
    pub outcome: Option<Paragraph>,
    /// The day, not in the future, nor before it was planned; today when left out (完成日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record a step of the common plan as done, by the side that does it (完成工作步骤).
#[verb(JointStep)]
pub async fn complete_joint_step(
    change: &mut Change,
    input: CompleteJointStepInput,
) -> Result<Uuid> {
    let step = change
        .subject::<joint_step::Entity, _>("step", &input.step, input.version)
        .await?;
    let status = take_step(change, &step).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, step.planned_on, "input.on")?;
    let mut done = step.clone().into_active_model();
    done.status = Set(status);
    done.done_on = Set(Some(day));
    done.outcome = Set(input.outcome.map(|outcome| outcome.0));
    change.update(&step, done).await?;
    change
        .touch(JointOperation::DEF, &[step.operation_id])
        .await?;
    Ok(step.id)
}
