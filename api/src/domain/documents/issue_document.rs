//! Issue a document.

use chrono::Datelike;
use inspectorate_entity::{
    documents::{
        document::{self, Column},
        document_signature,
    },
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{addressees, document::Document, document_life_cycle::take};
use crate::{
    access::change::Change,
    blocks::document::number,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What issuing a document takes.
#[derive(Debug, Input)]
pub struct IssueDocumentInput {
    /// The document (公文).
    pub document: GlobalId<Document>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day, not in the future, nor before somebody of your body signed it; its year is that of the number; today when left out (制发日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Issue a signed document of your body (制发): it gets the next number of its kind and year, which no other ever gets (一案一号), and its
/// addressees see it. Main addressees owe an answer when it names a deadline rule.
#[verb(Document)]
pub async fn issue_document(change: &mut Change, input: IssueDocumentInput) -> Result<Uuid> {
    let document = change
        .subject::<document::Entity, _>("document", &input.document, input.version)
        .await?;
    let status = take(change, &document).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let signatures = document_signature::Column::DocumentId.eq(document.id);
    let signatures = change
        .rows::<document_signature::Entity>(signatures)
        .await?;
    let first = signatures.iter().map(|signature| signature.signed_on).min();
    not_before(day, first.unwrap_or(document.drafted_on), "input.on")?;
    let serial = next(change, &document, day.year()).await?;
    let mut issued = document.clone().into_active_model();
    issued.status = Set(status);
    issued.issued_on = Set(Some(day));
    issued.year = Set(Some(day.year()));
    issued.serial = Set(Some(serial));
    issued.number = Set(Some(number::printed(document.kind, day.year(), serial)));
    let issued = change.update(&document, issued).await?;
    addressees::send(change, &issued, day).await?;
    Ok(issued.id)
}

/// The running number after the last of the issuer; whoever else issues for the same body waits until this one stands.
async fn next(change: &Change, document: &document::Model, year: i32) -> Result<i32> {
    change
        .held::<organization::Entity>(document.issuer_id)
        .await?;
    let given = Condition::all()
        .add(Column::IssuerId.eq(document.issuer_id))
        .add(Column::Kind.eq(document.kind))
        .add(Column::Year.eq(year));
    let given = change.rows::<document::Entity>(given).await?;
    Ok(number::next(given.iter().filter_map(|one| one.serial)))
}
