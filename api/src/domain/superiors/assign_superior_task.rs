//! Give somebody a task for the inspection of a superior.

use inspectorate_entity::{
    organizations::organization,
    superiors::{
        superior_inspection,
        superior_task::{self, SuperiorTaskKind, SuperiorTaskStatus},
    },
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    superior_inspection::SuperiorInspection, superior_step::take, superior_task::SuperiorTask,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
    read::noun::Noun as _,
};

/// What giving a task takes.
#[derive(Debug, Input)]
pub struct AssignSuperiorTaskInput {
    /// The inspection of the superior, not over (上级巡视).
    pub inspection: GlobalId<SuperiorInspection>,
    /// What kind of thing it is (类别).
    pub kind: Coded<SuperiorTaskKind>,
    /// What is to be done or delivered (内容).
    pub content: Paragraph,
    /// The organization of your place that does it; your own body when left out (承办单位).
    pub owner: Option<GlobalId<Organization>>,
    /// The last day in time, not before it was asked for (完成期限).
    pub due_on: Date,
    /// When the superior asked for it, not in the future, nor before it announced itself; today when left out (提出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Give an organization of your place a task for the inspection of a superior (分解配合事项): it sees the task and the inspection from then
/// on, and owes it.
#[verb(SuperiorTask)]
pub async fn assign_superior_task(
    change: &mut Change,
    input: AssignSuperiorTaskInput,
) -> Result<Uuid> {
    let inspection = change
        .related_alone::<superior_inspection::Entity, _>("inspection", &input.inspection)
        .await?;
    take(change, &inspection).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, inspection.announced_on, "input.on")?;
    not_before(input.due_on.0, day, "input.dueOn")?;
    let owner = match &input.owner {
        None => change.viewer().organization_id,
        Some(id) => {
            change
                .related::<organization::Entity, _>("owner", id)
                .await?
                .id
        }
    };
    let task = change
        .insert(superior_task::ActiveModel {
            superior_inspection_id: Set(inspection.id),
            dispatcher_id: Set(inspection.dispatcher_id),
            kind: Set(input.kind.0),
            content: Set(input.content.0),
            owner_id: Set(owner),
            status: Set(SuperiorTaskStatus::Open),
            asked_on: Set(day),
            due_on: Set(input.due_on.0),
            done_on: Set(None),
            outcome: Set(None),
            document_id: Set(None),
            ..Default::default()
        })
        .await?;
    change
        .touch(SuperiorInspection::DEF, &[inspection.id])
        .await?;
    Ok(task.id)
}
