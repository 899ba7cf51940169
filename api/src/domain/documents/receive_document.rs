//! Receive a document.

use inspectorate_entity::documents::{document, document_addressee};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{addressee_life_cycle::take, document_addressee::DocumentAddressee};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What receiving a document takes.
#[derive(Debug, Input)]
pub struct ReceiveDocumentInput {
    /// Your body among the addressees of the document (收文单位).
    pub addressee: GlobalId<DocumentAddressee>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day, not in the future, nor before it was issued; today when left out (签收日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Receive a document that is addressed to your body (签收公文); the receipt carries the day and your name.
#[verb(DocumentAddressee)]
pub async fn receive_document(change: &mut Change, input: ReceiveDocumentInput) -> Result<Uuid> {
    let addressee = change
        .subject::<document_addressee::Entity, _>("addressee", &input.addressee, input.version)
        .await?;
    let status = take(change, &addressee)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let document = change
        .held::<document::Entity>(addressee.document_id)
        .await?;
    not_before(day, document.issued_on.unwrap_or(day), "input.on")?;
    let mut received = addressee.clone().into_active_model();
    received.status = Set(status);
    received.received_on = Set(Some(day));
    received.received_by = Set(Some(change.viewer().name.clone()));
    Ok(change.update(&addressee, received).await?.id)
}
