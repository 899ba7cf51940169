//! Say what was found on an item of a checklist.

use inspectorate_entity::{
    inspections::inspection,
    processes::checklist_answer::{self, ChecklistOutcome},
    rules::checklist_item,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    answered_item::{Said, check},
    checklist_answer::ChecklistAnswer,
};
use crate::{
    access::change::Change,
    domain::{
        inspections::{gates::day_done, inspection::Inspection},
        rules::checklist_item::ChecklistItem,
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What answering an item takes.
#[derive(Debug, Input)]
pub struct AnswerChecklistItemInput {
    /// The inspection, approved and not withdrawn (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The item, of a checklist by which the inspection is carried out; answered once (清单条目).
    pub item: GlobalId<ChecklistItem>,
    /// What was found: DONE for a step, PROBLEM_FOUND or NO_PROBLEM for a question, NOT_APPLICABLE for either (结果).
    pub outcome: Coded<ChecklistOutcome>,
    /// The day on which it was done or found, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Where the document of the step is kept (材料存放).
    pub file_reference: Option<Name>,
    /// What else is to be said; needed with NOT_APPLICABLE (说明).
    pub note: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say of an item of a checklist what was done or found in an inspection (清单办理登记).
#[verb(ChecklistAnswer)]
pub async fn answer_checklist_item(
    change: &mut Change,
    input: AnswerChecklistItemInput,
) -> Result<Uuid> {
    let inspection = change
        .related_alone::<inspection::Entity, _>("inspection", &input.inspection)
        .await?;
    let item = change
        .related::<checklist_item::Entity, _>("item", &input.item)
        .await?;
    let said = Said {
        outcome: input.outcome.0,
        on: day_done(input.on, change.today(), "input.on")?,
        has_note: input.note.is_some(),
    };
    check(change, &inspection, &item, &said).await?;
    let answer = checklist_answer::ActiveModel {
        inspection_id: Set(inspection.id),
        dispatcher_id: Set(inspection.dispatcher_id),
        item_id: Set(item.id),
        outcome: Set(said.outcome),
        answered_on: Set(said.on),
        file_reference: Set(input.file_reference.map(|reference| reference.0)),
        note: Set(input.note.map(|note| note.0)),
        ..Default::default()
    };
    Ok(change.insert(answer).await?.id)
}
