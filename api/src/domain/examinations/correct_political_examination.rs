//! Correct the record of a political examination.

use inspectorate_entity::examinations::political_examination;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::political_examination::PoliticalExamination;
use crate::{
    access::change::Change,
    domain::coverage::gates::own,
    error::Result,
    graphql::{node_id::GlobalId, text::Paragraph},
};

/// What correcting a political examination takes.
#[derive(Debug, Input)]
pub struct CorrectPoliticalExaminationInput {
    /// The record (记录).
    pub political_examination: GlobalId<PoliticalExamination>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it (考察结果).
    pub result: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Correct what came of a political examination; what was recorded first stands in its history (更正政治素质考察).
#[verb(PoliticalExamination)]
pub async fn correct_political_examination(
    change: &mut Change,
    input: CorrectPoliticalExaminationInput,
) -> Result<Uuid> {
    let (examination, version) = (&input.political_examination, input.version);
    let row = change
        .subject::<political_examination::Entity, _>("politicalExamination", examination, version)
        .await?;
    own(
        change.viewer(),
        row.dispatcher_id,
        "input.politicalExamination",
    )?;
    let mut corrected = row.clone().into_active_model();
    corrected.result = Set(input.result.0);
    Ok(change.update(&row, corrected).await?.id)
}
