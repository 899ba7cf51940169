//! An item of a checklist.

use inspectorate_macros::Noun;

use super::{checklist::Checklist, rule_clause::RuleClause};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    read::{One, noun::Noun as _},
};

/// One item of a checklist in its edition (清单条目).
#[derive(Noun)]
#[noun(table = "checklist_item", plural = "checklistItems", reads = ReadRules, visible = visible_to, order(sequence))]
pub struct ChecklistItem {
    /// The checklist (清单).
    #[noun(one = "checklist_id", filter)]
    pub checklist: One<Checklist>,
    /// Its name in the list, such as NO_INTERFERENCE (条目代号).
    #[noun(filter, order)]
    pub code: String,
    /// What it asks, in English (内容).
    pub text: String,
    /// What it asks, in Chinese (内容).
    pub text_zh: String,
    /// Whether it must be answered; one that need not may be left open (是否必答).
    #[noun(filter)]
    pub required: bool,
    /// The clause of a benchmark that it asks after; null when none is named, or when the viewer may not see its rule (对应条款).
    #[noun(one = "clause_id", filter)]
    pub clause: One<RuleClause>,
    /// Its place in the list, from 1 (序号).
    #[noun(filter, order)]
    pub sequence: i32,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("checklist_id", || Checklist::DEF)
}
