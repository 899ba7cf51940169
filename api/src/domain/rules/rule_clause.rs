//! A clause of a rule document.

use inspectorate_macros::Noun;

use super::{checklist_item::ChecklistItem, rule_document::RuleDocument};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    read::{Many, One, noun::Noun as _},
};

/// A clause of a rule document, by which problems can be compared with what it asks (条款).
#[derive(Noun)]
#[noun(table = "rule_clause", plural = "ruleClauses", reads = ReadRules, visible = visible_to, order(sequence))]
pub struct RuleClause {
    /// The rule document (制度).
    #[noun(one = "rule_id", filter)]
    pub rule: One<RuleDocument>,
    /// Its number as printed (条款号).
    #[noun(filter, order)]
    pub number: String,
    /// What it says (内容).
    #[noun(filter)]
    pub text: String,
    /// The items of focus templates that ask after it, of every edition (对应的监督重点).
    #[noun(many = "clause_id", filter)]
    pub items: Many<ChecklistItem>,
    /// Its place in the document, from 1 (序号).
    #[noun(filter, order)]
    pub sequence: i32,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("rule_id", || RuleDocument::DEF)
}
