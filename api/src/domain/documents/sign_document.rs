//! Sign a document.

use inspectorate_entity::documents::{
    document,
    document_signature::{self, Column},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{document::Document, document_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What signing a document takes.
#[derive(Debug, Input)]
pub struct SignDocumentInput {
    /// The document (公文).
    pub document: GlobalId<Document>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Who signs; you yourself when left out (签署人).
    pub signer: Option<Name>,
    /// The post in which it is signed, as printed (职务).
    pub post: Name,
    /// The day, not in the future, nor before it was drafted, for an addressee nor before it was issued; today when left out (签署日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Sign a document for your body (签署): the issuing body before or after it is issued, an addressee after. From the first signature on its files
/// stay as they are.
#[verb(Document)]
pub async fn sign_document(change: &mut Change, input: SignDocumentInput) -> Result<Uuid> {
    let document = change
        .subject::<document::Entity, _>("document", &input.document, input.version)
        .await?;
    take(change, &document).await?;
    let own = change.viewer().organization_id;
    let day = day_done(input.on, change.today(), "input.on")?;
    let since = match document.issued_on {
        Some(issued_on) if document.issuer_id != own => issued_on,
        _ => document.drafted_on,
    };
    not_before(day, since, "input.on")?;
    let signer = input.signer.map(|signer| signer.0);
    let signer = signer.unwrap_or_else(|| change.viewer().name.clone());
    let before = Condition::all()
        .add(Column::DocumentId.eq(document.id))
        .add(Column::OrganizationId.eq(own))
        .add(Column::Signer.eq(signer.as_str()));
    let before = change.rows::<document_signature::Entity>(before).await?;
    if !before.is_empty() {
        return Err(Error::conflict(
            "input.signer",
            "They have signed the document for your body already.",
            "该签署人已代表本单位签署。",
        ));
    }
    change
        .insert(document_signature::ActiveModel {
            document_id: Set(document.id),
            organization_id: Set(own),
            signer: Set(signer),
            post: Set(input.post.0),
            signed_on: Set(day),
            ..Default::default()
        })
        .await?;
    let signed = document.clone().into_active_model();
    Ok(change.update(&document, signed).await?.id)
}
