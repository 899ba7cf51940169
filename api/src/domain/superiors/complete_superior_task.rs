//! Record a task for the inspection of a superior as done.

use inspectorate_entity::{
    documents::document,
    superiors::{superior_inspection, superior_task},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates, superior_inspection::SuperiorInspection, superior_step::take_task,
    superior_task::SuperiorTask,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        documents::document::Document,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
    read::noun::Noun as _,
};

/// What recording a task as done takes.
#[derive(Debug, Input)]
pub struct CompleteSuperiorTaskInput {
    /// The task (配合事项).
    pub task: GlobalId<SuperiorTask>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it; leave it out when there is nothing to say (完成情况).
    pub outcome: Option<Paragraph>,
    /// The issued document with which it was delivered; leave it out when there is none (提供的公文).
    pub document: Option<GlobalId<Document>>,
    /// The day, not in the future, nor before it was asked for; today when left out (完成日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record a task for the inspection of a superior as done or delivered (完成配合事项), by the organization that does it, or for it by the
/// office that keeps the inspection.
#[verb(SuperiorTask)]
pub async fn complete_superior_task(
    change: &mut Change,
    input: CompleteSuperiorTaskInput,
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
    let document = match &input.document {
        None => None,
        Some(id) => {
            let document = change
                .related::<document::Entity, _>("document", id)
                .await?;
            gates::document_went_out(&document)?;
            Some(document.id)
        }
    };
    let mut done = task.clone().into_active_model();
    done.status = Set(status);
    done.done_on = Set(Some(day));
    done.outcome = Set(input.outcome.map(|outcome| outcome.0));
    done.document_id = Set(document);
    change.update(&task, done).await?;
    change
        .touch(SuperiorInspection::DEF, &[inspection.id])
        .await?;
    Ok(task.id)
}
