//! The life cycle of a document (公文): drafted, issued under a number, or withdrawn.

use std::collections::{HashMap, HashSet};

use inspectorate_entity::{
    documents::{
        document::{self, DocumentStatus},
        document_addressee, document_signature,
    },
    vocabulary::Vocabulary,
};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::document::Document;
use crate::{
    access::{change::Change, policy::Action, viewer::Viewer, visible},
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    error::{Error, Result},
    read::{Batch, noun::Noun as _},
};

/// What the gates of a document look at.
#[derive(Clone, Copy, Debug, Default)]
pub struct DocumentFacts {
    /// Whether the viewer's own body issues it, or is addressed by it.
    pub issuer: bool,
    pub addressed: bool,
    /// Whether anybody signed it, and whether somebody of the issuing body did.
    pub signed: bool,
    pub signed_by_issuer: bool,
}

type R = Rule<DocumentFacts>;

const ISSUER: R = Rule {
    gate: Gate::DocumentOfAnotherBody,
    doc: "one's own body issues it",
    check: issuer,
};

const PARTY: R = Rule {
    gate: Gate::DocumentOfAnotherBody,
    doc: "one's own body issues it, or is addressed by it",
    check: party,
};

const UNSIGNED: R = Rule {
    gate: Gate::DocumentSigned,
    doc: "nobody has signed it",
    check: unsigned,
};

const SIGNED: R = Rule {
    gate: Gate::DocumentUnsigned,
    doc: "somebody of the issuing body has signed it",
    check: signed,
};

use DocumentStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: Option<S>,
    rules: &'static [R],
) -> Step<S, DocumentFacts> {
    Step {
        action,
        doc,
        from,
        to,
        rules,
        owed: false,
        deadline: None,
    }
}

/// A document from its draft to its issue.
pub static DOCUMENT: LifeCycle<DocumentStatus, DocumentFacts> = LifeCycle {
    noun: "Document",
    doc: "An official document of one body to others (公文).",
    initial: S::Draft,
    begun_by: Action::DraftDocument,
    steps: &[
        step(
            Action::ReviseDocument,
            "change its words, kind or class (修改拟稿)",
            &[S::Draft],
            None,
            &[ISSUER, UNSIGNED],
        ),
        step(
            Action::AttachFile,
            "attach a file or a new revision of one, by `POST /files` (上传附件)",
            &[S::Draft],
            None,
            &[ISSUER, UNSIGNED],
        ),
        step(
            Action::RemoveFile,
            "remove a file (移除附件)",
            &[S::Draft],
            None,
            &[ISSUER, UNSIGNED],
        ),
        step(
            Action::SignDocument,
            "sign it (签署)",
            &[S::Draft, S::Issued],
            None,
            &[PARTY],
        ),
        step(
            Action::IssueDocument,
            "issue it under a number (制发)",
            &[S::Draft],
            Some(S::Issued),
            &[ISSUER, SIGNED],
        ),
        step(
            Action::WithdrawDocument,
            "withdraw it (撤回)",
            &[S::Draft, S::Issued],
            Some(S::Withdrawn),
            &[ISSUER],
        ),
    ],
};

/// The refusal where another body has to act.
pub fn of_another_body() -> Error {
    Error::gate(
        Gate::DocumentOfAnotherBody,
        "That is for the body that issues the document, or for the one that it is addressed to, to do.",
        "该操作应由发文单位或相应的收文单位办理。",
    )
}

fn issuer(document: &DocumentFacts) -> Result<()> {
    if document.issuer {
        return Ok(());
    }
    Err(of_another_body())
}

fn party(document: &DocumentFacts) -> Result<()> {
    if document.issuer || document.addressed {
        return Ok(());
    }
    Err(of_another_body())
}

fn unsigned(document: &DocumentFacts) -> Result<()> {
    if !document.signed {
        return Ok(());
    }
    Err(Error::gate(
        Gate::DocumentSigned,
        "Somebody has signed the document: it stays as it was signed. Withdraw it and draft another.",
        "公文已签署，内容和附件不得变更：请撤回后重新拟稿。",
    ))
}

fn signed(document: &DocumentFacts) -> Result<()> {
    if document.signed_by_issuer {
        return Ok(());
    }
    Err(Error::gate(
        Gate::DocumentUnsigned,
        "Nobody of the issuing body has signed the document: have it signed first.",
        "发文单位尚未签发，请先签署。",
    ))
}

/// The state to which the verb at hand leads the document, or what stands in the way.
pub async fn take(change: &Change, document: &document::Model) -> Result<DocumentStatus> {
    let own = change.viewer().organization_id;
    let signatures = document_signature::Column::DocumentId.eq(document.id);
    let signatures = change
        .rows::<document_signature::Entity>(signatures)
        .await?;
    let addressees = document_addressee::Column::DocumentId.eq(document.id);
    let addressees = change
        .rows::<document_addressee::Entity>(addressees)
        .await?;
    let facts = DocumentFacts {
        issuer: document.issuer_id == own,
        addressed: addressees.iter().any(|one| one.organization_id == own),
        signed: !signatures.is_empty(),
        signed_by_issuer: signatures
            .iter()
            .any(|one| one.organization_id == document.issuer_id),
    };
    DOCUMENT
        .take(change.action(), document.status, &facts)
        .map_err(|error| error.field("input.document"))
}

/// What the viewer may do with each document now.
pub async fn document_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let viewer = batch.viewer();
    let signatures = signatures(batch).await?;
    let addressed = addressed(batch, viewer).await?;
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(DocumentStatus::parse);
        let issuer = batch.id(row, "issuer_id");
        let (Some(status), Some(issuer)) = (status, issuer) else {
            return Err(Error::internal("a document without status or issuer"));
        };
        let signers = signatures.get(&id);
        let facts = DocumentFacts {
            issuer: issuer == viewer.organization_id,
            addressed: addressed.contains(&id),
            signed: signers.is_some(),
            signed_by_issuer: signers.is_some_and(|signers| signers.contains(&issuer)),
        };
        Ok(DOCUMENT.available(viewer, status, &facts))
    })
    .collect()
}

/// For which bodies each document of a page was signed.
async fn signatures(batch: &Batch<'_>) -> Result<HashMap<Uuid, HashSet<Uuid>>> {
    let mut sql = batch.sql();
    sql.push("SELECT s.document_id, s.organization_id FROM document_signature s JOIN document t ON t.id = s.document_id WHERE t.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Document::DEF, batch.viewer(), "t", &mut sql);
    let mut signatures: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let body = row.try_get("", "organization_id")?;
        let document = signatures.entry(row.try_get("", "document_id")?);
        document.or_default().insert(body);
    }
    Ok(signatures)
}

/// Which documents of a page are addressed to the viewer's own body.
async fn addressed(batch: &Batch<'_>, viewer: &Viewer) -> Result<HashSet<Uuid>> {
    let mut sql = batch.sql();
    sql.push("SELECT a.document_id FROM document_addressee a JOIN document t ON t.id = a.document_id WHERE a.organization_id = ")
        .bind(viewer.organization_id)
        .push(" AND t.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Document::DEF, viewer, "t", &mut sql);
    let rows = batch.fetch(sql).await?;
    rows.iter()
        .map(|row| Ok(row.try_get("", "document_id")?))
        .collect()
}
