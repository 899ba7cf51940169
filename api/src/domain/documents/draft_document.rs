//! Draft a document.

use inspectorate_entity::{
    coordination::coordination_request::{self, InformationClass},
    documents::{
        document::{self, DocumentKind, DocumentStatus},
        document_addressee::AddresseePart,
    },
    inspections::inspection,
    joint_operations::joint_operation,
    organizations::organization,
    rules::deadline_rule,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    addressees::{self, Named},
    document::Document,
};
use crate::{
    access::change::Change,
    domain::{
        coordination::coordination_request::CoordinationRequest, coverage::gates::day_done,
        inspections::inspection::Inspection, joint_operations::joint_operation::JointOperation,
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name, Paragraph},
    },
};

/// What drafting a document takes.
#[derive(Debug, Input)]
pub struct DraftDocumentInput {
    /// What kind of document it is (文种).
    pub kind: Coded<DocumentKind>,
    /// Who may know of it (密级).
    pub class: Coded<InformationClass>,
    /// What it is about, in a line (标题).
    pub subject: Name,
    /// Its text; left out when its files alone say it (正文).
    pub content: Option<Paragraph>,
    /// The bodies that have to act on it, at most 200; an answer goes to who issued the document it answers, and may leave them out (主送).
    pub addressees: Option<Vec<GlobalId<Organization>>>,
    /// The bodies that are to know of it, at most 200 (抄送).
    pub copies: Option<Vec<GlobalId<Organization>>>,
    /// The document addressed to your body that it answers (所复公文).
    pub answers: Option<GlobalId<Document>>,
    /// Key of the deadline rule by which the main addressees owe an answer, such as `LETTER_ANSWER`; left out when it asks none (答复期限规则).
    pub answer_rule: Option<Code>,
    /// The organization that it is about (涉及单位).
    pub organization: Option<GlobalId<Organization>>,
    /// The inspection that it is about (涉及巡察).
    pub inspection: Option<GlobalId<Inspection>>,
    /// The request that it is about (涉及协作请求).
    pub request: Option<GlobalId<CoordinationRequest>>,
    /// The joint operation that it is about (涉及联动监督).
    pub operation: Option<GlobalId<JointOperation>>,
    /// The day, not in the future; today when left out (拟稿日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Draft a document of your body to others (拟稿). Nobody to whom it is addressed knows of it before it is issued.
#[verb(Document)]
pub async fn draft_document(change: &mut Change, input: DraftDocumentInput) -> Result<Uuid> {
    let viewer = change.viewer().clone();
    let day = day_done(input.on, change.today(), "input.on")?;
    let answers = answered(change, input.answers.as_ref()).await?;
    let named = named(change, &input, answers.as_ref()).await?;
    if let Some(rule) = &input.answer_rule {
        is_a_rule(change, &rule.0).await?;
    }
    let organization = match &input.organization {
        Some(id) => Some(
            change
                .related::<organization::Entity, _>("organization", id)
                .await?
                .id,
        ),
        None => None,
    };
    let inspection = match &input.inspection {
        Some(id) => Some(
            change
                .related::<inspection::Entity, _>("inspection", id)
                .await?
                .id,
        ),
        None => None,
    };
    let request = match &input.request {
        Some(id) => Some(
            change
                .related::<coordination_request::Entity, _>("request", id)
                .await?
                .id,
        ),
        None => None,
    };
    let operation = match &input.operation {
        Some(id) => Some(
            change
                .related::<joint_operation::Entity, _>("operation", id)
                .await?
                .id,
        ),
        None => None,
    };
    let asks = input.answer_rule.is_some();
    let document = change
        .insert(document::ActiveModel {
            dispatcher_id: Set(viewer.authority_id),
            issuer_id: Set(viewer.organization_id),
            issuing_agency: Set(viewer.agency),
            kind: Set(input.kind.0),
            class: Set(input.class.0),
            subject: Set(input.subject.0),
            content: Set(input.content.map(|content| content.0)),
            year: Set(None),
            serial: Set(None),
            number: Set(None),
            organization_id: Set(organization),
            inspection_id: Set(inspection),
            request_id: Set(request),
            operation_id: Set(operation),
            answers_id: Set(answers.map(|answers| answers.id)),
            answer_rule: Set(input.answer_rule.map(|rule| rule.0)),
            status: Set(DocumentStatus::Draft),
            drafted_on: Set(day),
            issued_on: Set(None),
            withdrawn_on: Set(None),
            withdrawal_reason: Set(None),
            ..Default::default()
        })
        .await?;
    named.write(change, document.id, asks).await?;
    Ok(document.id)
}

/// The document that is answered: issued, and addressed to the viewer's own body.
async fn answered(
    change: &Change,
    answers: Option<&GlobalId<Document>>,
) -> Result<Option<document::Model>> {
    let Some(id) = answers else { return Ok(None) };
    let document = change.related::<document::Entity, _>("answers", id).await?;
    let own = change.viewer().organization_id;
    let addressees = addressees::of(change, document.id).await?;
    let addressed = addressees.iter().any(|one| one.organization_id == own);
    if addressed && document.status == DocumentStatus::Issued {
        return Ok(Some(document));
    }
    Err(Error::bad_input(
        "input.answers",
        "A document answers one that is issued, not withdrawn, and addressed to your own body.",
        "所复公文须已制发、未撤回，且以本单位为收文单位。",
    ))
}

/// To whom it goes: an answer to the issuer of what it answers, whom the client may not see.
async fn named(
    change: &Change,
    input: &DraftDocumentInput,
    answers: Option<&document::Model>,
) -> Result<Named> {
    let mut named = Named::default();
    let main = input.addressees.as_deref().unwrap_or_default();
    let copies = input.copies.as_deref().unwrap_or_default();
    named
        .read(change, "addressees", AddresseePart::Main, main)
        .await?;
    named
        .read(change, "copies", AddresseePart::Copy, copies)
        .await?;
    if let Some(answers) = answers {
        let issuer = answers.issuer_id;
        match named.all.iter().find(|(body, _)| *body == issuer) {
            Some((_, AddresseePart::Main)) => {}
            Some((_, AddresseePart::Copy)) => {
                return Err(Error::bad_input(
                    "input.copies",
                    "An answer goes to who issued the document that it answers as main addressee.",
                    "复函应主送来文单位，不能仅抄送。",
                ));
            }
            None => named.add(change, issuer, AddresseePart::Main, "input.addressees")?,
        }
    }
    if named
        .all
        .iter()
        .any(|(_, part)| *part == AddresseePart::Main)
    {
        return Ok(named);
    }
    Err(Error::bad_input(
        "input.addressees",
        "A document has one main addressee at least.",
        "公文至少须有一个主送单位。",
    ))
}

/// The key is that of a deadline rule; which edition applies is found out when the clock starts.
async fn is_a_rule(change: &Change, key: &str) -> Result<()> {
    let rules = deadline_rule::Column::Key.eq(key);
    if !change
        .rows::<deadline_rule::Entity>(rules)
        .await?
        .is_empty()
    {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.answerRule",
        "There is no deadline rule of this key.",
        "没有该键名的期限规则。",
    ))
}
