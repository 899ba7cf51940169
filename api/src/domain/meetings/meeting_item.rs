//! What stands on the agenda of a meeting.

use inspectorate_entity::meetings::meeting_item::MeetingItemKind;
use inspectorate_macros::Noun;

use super::{meeting::Meeting, meeting_decision::MeetingDecision};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{organizations::organization::Organization, rules::rule_document::RuleDocument},
    read::{Many, One, noun::Noun as _},
};

/// An item on the agenda of a meeting: a report heard, a matter considered, a document studied or relayed (议题).
#[derive(Noun)]
#[noun(table = "meeting_item", plural = "meetingItems", reads = ReadMeetings, visible = visible_to, order(ordinal))]
pub struct MeetingItem {
    /// The meeting (会议).
    #[noun(one = "meeting_id", filter)]
    pub meeting: One<Meeting>,
    /// Its place on the agenda, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What the meeting does with it (议题种类).
    #[noun(filter, order)]
    pub kind: MeetingItemKind,
    /// What it is about (议题).
    #[noun(filter, order)]
    pub title: String,
    /// The body that reports; null unless a report is heard (汇报单位).
    #[noun(one = "reported_by_id", filter)]
    pub reported_by: One<Organization>,
    /// The document studied or relayed, where it stands in a register; null when it stands in none (学习传达的制度文件).
    #[noun(one = "document_id", filter)]
    pub document: One<RuleDocument>,
    /// The title of what is studied or relayed, where it stands in no register; null otherwise (学习传达的文件名称).
    #[noun(filter)]
    pub document_title: Option<String>,
    /// What was decided on it (议定事项).
    #[noun(many = "item_id", filter)]
    pub decisions: Many<MeetingDecision>,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("meeting_id", || Meeting::DEF)
}
