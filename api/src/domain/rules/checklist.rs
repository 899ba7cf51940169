//! A checklist, shipped or kept by a dispatcher.

use inspectorate_entity::rules::checklist::ChecklistKind;
use inspectorate_macros::Noun;

use super::{checklist_item::ChecklistItem, code_list::visible_to, rule_document::RuleDocument};
use crate::{
    domain::{meetings::meeting_lesson::MeetingLesson, organizations::organization::Organization},
    graphql::scalars::Date,
    read::{Many, One},
};

/// A list of what must be kept to, answered or done, in one edition; a dispatcher's own stands before its superior's and the shipped one (清单).
#[derive(Noun)]
#[noun(table = "checklist", plural = "checklists", reads = ReadRules, visible = visible_to, order(key, edition))]
pub struct Checklist {
    /// Stable name, such as FOUR_MUST_NOTS (清单代号).
    #[noun(filter, order)]
    pub key: String,
    /// Which edition of the list this is for its dispatcher, counted from 1 (版次).
    #[noun(filter, order)]
    pub edition: i32,
    /// What it is for (清单种类).
    #[noun(filter, order)]
    pub kind: ChecklistKind,
    /// English name (英文名称).
    #[noun(filter, order)]
    pub name: String,
    /// Chinese name (中文名称).
    #[noun(filter, order)]
    pub name_zh: String,
    /// The type of inspected organizations for which it is, as a code of OBJECT_TYPE; null for all (对象类型).
    #[noun(filter)]
    pub object_type: Option<String>,
    /// The sector for which it is, as a code of SECTOR; null for all (行业板块).
    #[noun(filter)]
    pub sector_code: Option<String>,
    /// The rule document that prescribes it; null when none is named, or when the viewer may not see it (所依制度).
    #[noun(one = "rule_id", filter)]
    pub rule: One<RuleDocument>,
    /// The document that it comes from (来源).
    pub source: String,
    /// First day on which it is used; null when it always was (启用日期).
    #[noun(filter, order)]
    pub valid_from: Option<Date>,
    /// Last day on which it is used; null while it is (停用日期).
    #[noun(filter, order)]
    pub valid_to: Option<Date>,
    /// The dispatching organization that keeps it; null when it is shipped, or kept by one that the viewer may not see (所属派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its items (条目).
    #[noun(many = "checklist_id", filter)]
    pub items: Many<ChecklistItem>,
    /// The lessons of review meetings that it took up (采纳的复盘经验教训).
    #[noun(many = "checklist_id", filter)]
    pub lessons: Many<MeetingLesson>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}
