//! Remove a file from a draft.

use inspectorate_entity::documents::{document, document_file};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{document_file::DocumentFile, document_life_cycle::take};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, text::Paragraph},
};

/// What removing a file takes.
#[derive(Debug, Input)]
pub struct RemoveFileInput {
    /// The file (附件).
    pub file: GlobalId<DocumentFile>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (移除原因).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Remove a file from a draft of your body that nobody has signed (移除附件). It is kept with the reason for your own body, and never goes out with the
/// document.
#[verb(DocumentFile)]
pub async fn remove_file(change: &mut Change, input: RemoveFileInput) -> Result<Uuid> {
    let file = change
        .subject::<document_file::Entity, _>("file", &input.file, input.version)
        .await?;
    let document = change.held::<document::Entity>(file.document_id).await?;
    take(change, &document)
        .await
        .map_err(|error| error.field("input.file"))?;
    if file.removed_on.is_some() {
        return Err(Error::conflict(
            "input.file",
            "The file is removed already.",
            "该附件已移除。",
        ));
    }
    let mut removed = file.clone().into_active_model();
    removed.removed_on = Set(Some(change.today()));
    removed.removal_reason = Set(Some(input.reason.0));
    let file = change.update(&file, removed).await?;
    let touched = document.clone().into_active_model();
    change.update(&document, touched).await?;
    Ok(file.id)
}
