//! The central rule documents that the sources name: what local rules rest on.

use inspectorate_entity::{
    organizations::agency_registration::Agency,
    rules::rule_document::{self, RuleKind, RuleMaking, RuleStatus},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use serde::Deserialize;

use crate::{
    blocks::shipped::{self, LoadedAt},
    error::Result,
};

const DOCUMENTS: &str = include_str!("../../../data/rule_documents.csv");

#[derive(Deserialize)]
struct Document {
    key: String,
    title: String,
    english_title: String,
    issuer: String,
    issued_year: Option<i32>,
    source: String,
}

/// Load the documents that are missing.
pub async fn load(connection: &impl ConnectionTrait, now: LoadedAt) -> Result<()> {
    let documents = shipped::rows::<Document>("rule_documents.csv", DOCUMENTS)?;
    let documents = documents
        .into_iter()
        .map(|document| rule_document::ActiveModel {
            id: Set(document_id(&document.key)),
            dispatcher_id: Set(None),
            number: Set(None),
            title: Set(document.title),
            english_title: Set(Some(document.english_title)),
            issuer: Set(document.issuer),
            issuing_agency: Set(Agency::Superior),
            kind: Set(RuleKind::OfSuperior),
            making: Set(RuleMaking::New),
            edition: Set(1),
            tier: Set(None),
            parent_id: Set(None),
            required_rule_id: Set(None),
            governs_id: Set(None),
            cause_kind: Set(None),
            cause: Set(None),
            cause_rule_id: Set(None),
            status: Set(RuleStatus::Formal),
            issued_on: Set(None),
            issued_year: Set(document.issued_year),
            effective_on: Set(None),
            review_due_on: Set(None),
            ended_on: Set(None),
            end_reason: Set(None),
            replaced_by_id: Set(None),
            source: Set(Some(document.source)),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        });
    shipped::insert_missing(connection, documents).await
}

/// The id of a shipped document.
pub fn document_id(key: &str) -> uuid::Uuid {
    shipped::id("rule_document", &[key])
}
