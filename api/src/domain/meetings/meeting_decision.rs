//! What a meeting decided, and what became of it.

use inspectorate_entity::meetings::meeting_decision::DecisionStatus;
use inspectorate_macros::Noun;

use super::{
    decision_life_cycle::{decision_actions, overdue},
    keepers::keeps_meetings,
    meeting::Meeting,
    meeting_item::MeetingItem,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        organizations::{organization::Organization, person::Person},
        rules::deadline::Deadline,
    },
    graphql::scalars::Date,
    read::{Many, One, noun::Noun as _},
};

/// What a meeting decided, with the body that carries it out and until when (议定事项). Its owner sees it also where the meeting itself
/// is not for it.
#[derive(Noun)]
#[noun(table = "meeting_decision", plural = "meetingDecisions", reads = ReadMeetings, visible = visible_to, order(-decided_on, ordinal))]
pub struct MeetingDecision {
    /// The meeting; null to an owner that was not called to it (会议).
    #[noun(one = "meeting_id", filter)]
    pub meeting: One<Meeting>,
    /// The dispatching Party organization in whose work it was decided (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The item of the agenda on which it was decided; null when on none (议题).
    #[noun(one = "item_id", filter)]
    pub item: One<MeetingItem>,
    /// Its number within the meeting, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What was decided (内容).
    #[noun(filter)]
    pub content: String,
    /// The body that carries it out (承办单位).
    #[noun(one = "owner_id", filter)]
    pub owner: One<Organization>,
    /// The person who answers for it; null when none is named (责任人).
    #[noun(one = "responsible_id", filter)]
    pub responsible: One<Person>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: DecisionStatus,
    /// The day on which it was decided (议定日期).
    #[noun(filter, order)]
    pub decided_on: Date,
    /// The last day that the meeting itself set; null when a deadline rule sets it, which then stands in `deadlines` (完成期限).
    #[noun(filter, order)]
    pub due_on: Option<Date>,
    /// Whether it is still open after its last day, today or on the day given (是否超期).
    #[noun(
        computed = overdue,
        needs(decided_on: Date, due_on: Date, carried_out_on: Date, withdrawn_on: Date),
        args(as_of: Option<Date> = "The day to look at; today in China when left out.")
    )]
    pub overdue: bool,
    /// What came of it; null until it is carried out (办理结果).
    pub result: Option<String>,
    /// The day on which it was carried out; null until it is (落实日期).
    #[noun(filter, order)]
    pub carried_out_on: Option<Date>,
    /// Why it was taken back; null unless it was (撤销原因).
    pub withdrawal_reason: Option<String>,
    /// The day on which it was taken back; null unless it was (撤销日期).
    #[noun(filter, order)]
    pub withdrawn_on: Option<Date>,
    /// The deadline that a rule set for it; none when the meeting itself set its last day (期限).
    #[noun(many = "record_id", filter)]
    pub deadlines: Many<Deadline>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = decision_actions, needs(status: DecisionStatus), ids(dispatcher_id, owner_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Those of the meetings that one sees, and those that one's own body carries out.
fn visible_to(viewer: &Viewer) -> Visible {
    let through = Visible::Through("meeting_id", || Meeting::DEF);
    if keeps_meetings(viewer) {
        return through;
    }
    Visible::Either(vec![
        Visible::Is("owner_id", viewer.organization_id),
        through,
    ])
}
