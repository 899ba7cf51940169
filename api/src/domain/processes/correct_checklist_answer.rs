//! Correct what was said on an item of a checklist.

use inspectorate_entity::{
    inspections::inspection,
    processes::checklist_answer::{self, ChecklistOutcome},
    rules::checklist_item,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    answered_item::{Said, check},
    checklist_answer::ChecklistAnswer,
};
use crate::{
    access::change::Change,
    domain::inspections::gates::day_done,
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What correcting an answer takes.
#[derive(Debug, Input)]
pub struct CorrectChecklistAnswerInput {
    /// The answer (办理情况).
    pub answer: GlobalId<ChecklistAnswer>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What was found; leave it out to keep what is recorded (结果).
    pub outcome: Option<Coded<ChecklistOutcome>>,
    /// The day on which it was done or found; leave it out to keep what is recorded (日期).
    pub on: Option<Date>,
    /// Where the document of the step is kept; leave it out to keep what is recorded (材料存放).
    pub file_reference: Option<Name>,
    /// What else is to be said; leave it out to keep what is recorded (说明).
    pub note: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Correct what was said of an item of a checklist (更正清单办理登记); what stood there before stays in its history.
#[verb(ChecklistAnswer)]
pub async fn correct_checklist_answer(
    change: &mut Change,
    input: CorrectChecklistAnswerInput,
) -> Result<Uuid> {
    let answer = change
        .subject::<checklist_answer::Entity, _>("answer", &input.answer, input.version)
        .await?;
    let inspection = change
        .held::<inspection::Entity>(answer.inspection_id)
        .await?;
    let item = change
        .held::<checklist_item::Entity>(answer.item_id)
        .await?;
    let on = input.on.or(Some(Date(answer.answered_on)));
    let note = input.note.map(|note| note.0).or(answer.note.clone());
    let said = Said {
        outcome: input.outcome.map_or(answer.outcome, |outcome| outcome.0),
        on: day_done(on, change.today(), "input.on")?,
        has_note: note.is_some(),
    };
    check(change, &inspection, &item, &said).await?;
    let mut corrected = answer.clone().into_active_model();
    corrected.outcome = Set(said.outcome);
    corrected.answered_on = Set(said.on);
    corrected.note = Set(note);
    if let Some(reference) = input.file_reference {
        corrected.file_reference = Set(Some(reference.0));
    }
    Ok(change.update(&answer, corrected).await?.id)
}
