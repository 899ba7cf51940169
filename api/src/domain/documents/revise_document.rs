//! Change a draft.

use inspectorate_entity::{
    coordination::coordination_request::InformationClass,
    documents::document::{self, DocumentKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{document::Document, document_life_cycle::take};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        text::{Name, Paragraph},
    },
};

/// What changing a draft takes; what is left out stays as it is.
#[derive(Debug, Input)]
pub struct ReviseDocumentInput {
    /// The document (公文).
    pub document: GlobalId<Document>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What kind of document it is (文种).
    pub kind: Option<Coded<DocumentKind>>,
    /// Who may know of it (密级).
    pub class: Option<Coded<InformationClass>>,
    /// What it is about, in a line (标题).
    pub subject: Option<Name>,
    /// Its text (正文).
    pub content: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Change the words, kind or class of a draft of your body that nobody has signed (修改拟稿). To whom it goes and what it is about stay: withdraw
/// it and draft another where these are wrong.
#[verb(Document)]
pub async fn revise_document(change: &mut Change, input: ReviseDocumentInput) -> Result<Uuid> {
    let document = change
        .subject::<document::Entity, _>("document", &input.document, input.version)
        .await?;
    take(change, &document).await?;
    let mut revised = document.clone().into_active_model();
    if let Some(kind) = input.kind {
        revised.kind = Set(kind.0);
    }
    if let Some(class) = input.class {
        revised.class = Set(class.0);
    }
    if let Some(subject) = input.subject {
        revised.subject = Set(subject.0);
    }
    if let Some(content) = input.content {
        revised.content = Set(Some(content.0));
    }
    Ok(change.update(&document, revised).await?.id)
}
