//! The rule documents of the places, by the titles that the sources print; counted ones without a printed title are called 示例.

mod ministry;
mod neijiang;
mod xiamen;

pub use self::{ministry::ministry, neijiang::neijiang, xiamen::xiamen};

use inspectorate_entity::{
    organizations::agency_registration::Agency,
    rules::{
        rule_basis,
        rule_document::{self, RuleCause, RuleKind, RuleMaking, RuleStatus, RuleTier},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::book::{Book, moment};
use crate::blocks::{code_list, rule_document::shipped::document_id};

/// A rule document about to be written: in force, own, caused by what a superior asks, unless said otherwise.
#[derive(Clone, Copy)]
struct Document<'a> {
    title: &'a str,
    issuer: &'a str,
    agency: Agency,
    kind: RuleKind,
    making: RuleMaking,
    edition: i32,
    tier: Option<RuleTier>,
    parent: Option<Uuid>,
    governs: Option<&'a str>,
    cause: Option<(RuleCause, &'a str)>,
    status: RuleStatus,
    year: Option<i32>,
    source: &'a str,
}

const OWN: Document<'static> = Document {
    title: "",
    issuer: "",
    agency: Agency::Dispatcher,
    kind: RuleKind::Own,
    making: RuleMaking::New,
    edition: 1,
    tier: None,
    parent: None,
    governs: None,
    cause: None,
    status: RuleStatus::Formal,
    year: None,
    source: "",
};

impl Book {
    fn rule(&mut self, dispatcher: Uuid, document: Document<'_>) -> Uuid {
        let id = self.id("RuleDocument");
        let process = |code| code_list::shipped::entry_id("GOVERNED_PROCESS", code, 1);
        self.rule_documents.push(rule_document::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(Some(dispatcher)),
            number: Set(None),
            title: Set(document.title.to_owned()),
            english_title: Set(None),
            issuer: Set(document.issuer.to_owned()),
            issuing_agency: Set(document.agency),
            kind: Set(document.kind),
            making: Set(document.making),
            edition: Set(document.edition),
            tier: Set(document.tier),
            parent_id: Set(document.parent),
            required_rule_id: Set(None),
            governs_id: Set(document.governs.map(process)),
            cause_kind: Set(document.cause.map(|(kind, _)| kind)),
            cause: Set(document.cause.map(|(_, words)| words.to_owned())),
            cause_rule_id: Set(None),
            status: Set(document.status),
            issued_on: Set(None),
            issued_year: Set(document.year),
            effective_on: Set(None),
            review_due_on: Set(None),
            ended_on: Set(None),
            end_reason: Set(None),
            replaced_by_id: Set(None),
            source: Set(Some(document.source.to_owned())),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    fn basis(&mut self, rule: Uuid, central: &str) {
        let id = self.id("RuleBasis");
        self.rule_bases.push(rule_basis::ActiveModel {
            id: Set(id),
            rule_id: Set(rule),
            basis_id: Set(document_id(central)),
            article: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    /// `count` rules made by rectification, of which the source prints the number only.
    fn counted(&mut self, dispatcher: Uuid, count: usize, name: &str, like: Document<'_>) {
        for number in 1..=count {
            let title = format!("示例{name}{number:03}");
            let document = Document {
                title: &title,
                kind: RuleKind::FromRectification,
                ..like
            };
            self.rule(dispatcher, document);
        }
    }
}
