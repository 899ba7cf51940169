//! Record that a superior needs something no more.

use inspectorate_entity::superiors::{superior_inspection, superior_task};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    superior_inspection::SuperiorInspection, superior_step::take_task, superior_task::SuperiorTask,
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
    read::noun::Noun as _,
};

/// What withdrawing a task takes.
#[derive(Debug, Input)]
pub struct WithdrawSuperiorTaskInput {
    /// The task, still open (配合事项).
    pub task: GlobalId<SuperiorTask>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why it is needed no more (撤销原因).
    pub reason: Paragraph,
    /// The day, not in the future, nor before it was asked for; today when left out (撤销日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a superior needs something no more (撤销配合事项); nobody owes it from then on.
#[verb(SuperiorTask)]
pub async fn withdraw_superior_task(
    change: &mut Change,
    input: WithdrawSuperiorTaskInput,
) -> Result<Uuid> {
    let task = change
        .subject::<superior_task::Entity, _>("task", &input.task, input.version)
        .await?;
    let inspection = change
        .held::<superior_inspection::Entity>(task.superior_inspection_id)
        .await?;
    let status = take_task(change, &task, &inspection)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, task.asked_on, "input.on")?;
    let mut withdrawn = task.clone().into_active_model();
    withdrawn.status = Set(status);
    withdrawn.done_on = Set(Some(day));
    withdrawn.outcome = Set(Some(input.reason.0));
    change.update(&task, withdrawn).await?;
    change
        .touch(SuperiorInspection::DEF, &[inspection.id])
        .await?;
    Ok(task.id)
}
