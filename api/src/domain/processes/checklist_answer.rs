//! What was found on an item of a checklist.

use inspectorate_entity::processes::checklist_answer::ChecklistOutcome;
use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{inspections::inspection::Inspection, rules::checklist_item::ChecklistItem},
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// What was found on an item of a checklist by which an inspection is carried out: a step of its process taken, or a question of its
/// focus answered (清单办理情况). For those who send and carry out inspections.
#[derive(Noun)]
#[noun(table = "checklist_answer", plural = "checklistAnswers", reads = ReadChecklistAnswers, visible = visible_to, order(-answered_on))]
pub struct ChecklistAnswer {
    /// The inspection (巡察).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// The item of the checklist (清单条目).
    #[noun(one = "item_id", filter)]
    pub item: One<ChecklistItem>,
    /// What was found (结果).
    #[noun(filter, order)]
    pub outcome: ChecklistOutcome,
    /// When it was done or found (日期).
    #[noun(filter, order)]
    pub answered_on: Date,
    /// Where the document of the step is kept; null when none is named (材料存放).
    pub file_reference: Option<String>,
    /// What else is to be said, and why it does not apply where it does not; null when nothing (说明).
    pub note: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// With its inspection, and for the agencies of the dispatcher that sends the team only.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::Through("inspection_id", || Inspection::DEF),
        Visible::Jurisdiction("dispatcher_id"),
    ])
}
