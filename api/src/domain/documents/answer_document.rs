//! Answer a document.

use inspectorate_entity::documents::{
    document::{self, DocumentStatus},
    document_addressee,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    addressee_life_cycle::take, document::Document, document_addressee::DocumentAddressee,
};
use crate::{
    access::change::Change,
    blocks::gate::Gate,
    domain::{
        coverage::gates::{day_done, not_before},
        rules::deadline_begun,
    },
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What answering a document takes.
#[derive(Debug, Input)]
pub struct AnswerDocumentInput {
    /// Your body among the addressees of the document (收文单位).
    pub addressee: GlobalId<DocumentAddressee>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The issued document of your body that was drafted as its answer (复函).
    pub answer: GlobalId<Document>,
    /// The day, not in the future, nor before the document was received or the answer issued; that of the answer's issue when left out (答复日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Answer a document that your body received by another one of its own (答复公文); the deadline of the answer is met on that day.
#[verb(DocumentAddressee)]
pub async fn answer_document(change: &mut Change, input: AnswerDocumentInput) -> Result<Uuid> {
    let addressee = change
        .subject::<document_addressee::Entity, _>("addressee", &input.addressee, input.version)
        .await?;
    let status = take(change, &addressee)?;
    let answer = change
        .related::<document::Entity, _>("answer", &input.answer)
        .await?;
    let issued_on = is_its_answer(&answer, &addressee)?;
    let on = input.on.or(Some(Date(issued_on)));
    let day = day_done(on, change.today(), "input.on")?;
    not_before(day, issued_on, "input.on")?;
    not_before(day, addressee.received_on.unwrap_or(day), "input.on")?;
    let mut answered = addressee.clone().into_active_model();
    answered.status = Set(status);
    answered.answered_on = Set(Some(day));
    answered.answer_id = Set(Some(answer.id));
    deadline_begun::met(change, addressee.id, day).await?;
    Ok(change.update(&addressee, answered).await?.id)
}

/// The day on which the answer was issued: by the addressee, as the answer to this document.
fn is_its_answer(
    answer: &document::Model,
    addressee: &document_addressee::Model,
) -> Result<chrono::NaiveDate> {
    let fits = answer.issuer_id == addressee.organization_id
        && answer.answers_id == Some(addressee.document_id)
        && answer.status == DocumentStatus::Issued;
    match answer.issued_on {
        Some(day) if fits => Ok(day),
        _ => Err(Error::gate(
            Gate::NotAnAnswer,
            "A document is answered by one of your body that was drafted as its answer, is issued, and was not withdrawn.",
            "答复须为本单位针对该公文拟制、已制发且未撤回的公文。",
        )
        .field("input.answer")),
    }
}
