//! On what a rule document is based.

use inspectorate_macros::Noun;

use super::rule_document::RuleDocument;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    read::{One, noun::Noun as _},
};

/// A rule document rests on another, such as an article of the central regulations (制定依据).
#[derive(Noun)]
#[noun(table = "rule_basis", plural = "ruleBases", reads = ReadRules, visible = visible_to, order(article))]
pub struct RuleBasis {
    /// The rule document that rests on the other (制度).
    #[noun(one = "rule_id", filter)]
    pub rule: One<RuleDocument>,
    /// What it rests on (依据).
    #[noun(one = "basis_id", filter)]
    pub basis: One<RuleDocument>,
    /// The article; null when none is named (条款).
    #[noun(filter, order)]
    pub article: Option<String>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::Through("rule_id", || RuleDocument::DEF),
        Visible::Through("basis_id", || RuleDocument::DEF),
    ])
}
