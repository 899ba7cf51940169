//! Withdraw a document.

use inspectorate_entity::documents::document;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{addressees, document::Document, document_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What withdrawing a document takes.
#[derive(Debug, Input)]
pub struct WithdrawDocumentInput {
    /// The document (公文).
    pub document: GlobalId<Document>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (撤回原因).
    pub reason: Paragraph,
    /// The day, not in the future, nor before it was issued or drafted; today when left out (撤回日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Withdraw a document of your body (撤回公文). A draft its addressees never see; an issued one stays for them to read, with the reason, and nothing is
/// owed on it any more. Its number is not given again.
#[verb(Document)]
pub async fn withdraw_document(change: &mut Change, input: WithdrawDocumentInput) -> Result<Uuid> {
    let document = change
        .subject::<document::Entity, _>("document", &input.document, input.version)
        .await?;
    let status = take(change, &document).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let since = document.issued_on.unwrap_or(document.drafted_on);
    not_before(day, since, "input.on")?;
    let mut withdrawn = document.clone().into_active_model();
    withdrawn.status = Set(status);
    withdrawn.withdrawn_on = Set(Some(day));
    withdrawn.withdrawal_reason = Set(Some(input.reason.0));
    let withdrawn = change.update(&document, withdrawn).await?;
    addressees::call_back(change, withdrawn.id, day).await?;
    Ok(withdrawn.id)
}
