//! A meeting, from its preparation to its filing.

use inspectorate_entity::meetings::meeting::{MeetingKind, MeetingMedium, MeetingStatus};
use inspectorate_macros::Noun;

use super::{
    keepers::keeps_meetings, meeting_attendance::MeetingAttendance,
    meeting_decision::MeetingDecision, meeting_item::MeetingItem, meeting_lesson::MeetingLesson,
    meeting_life_cycle::meeting_actions,
};
use crate::{
    access::{policy::Agency, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coverage::round::Round,
        organizations::{leading_group::LeadingGroup, organization::Organization, person::Person},
    },
    graphql::scalars::Date,
    read::{Many, One, noun::Noun as _},
};

/// A meeting of inspection work (会议). Its own place sees it from its preparation on, superiors once it is filed with them, and any
/// other agency when its body is called to it.
#[derive(Noun)]
#[noun(table = "meeting", plural = "meetings", reads = ReadMeetings, visible = visible_to, order(-planned_on, name))]
pub struct Meeting {
    /// The dispatching Party organization in whose work it is held (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The body that calls it (召集单位).
    #[noun(one = "convener_id", filter)]
    pub convener: One<Organization>,
    /// What kind of meeting it is (会议种类).
    #[noun(filter, order)]
    pub kind: MeetingKind,
    /// What it is called (会议名称).
    #[noun(filter, order)]
    pub name: String,
    /// The calendar year for which it counts: of the day on which it was held, until then of the day planned (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// Its number among those of its kind as the convener counts them; null when it gives none (次数).
    #[noun(filter, order)]
    pub ordinal: Option<i32>,
    /// How people come together (会议形式).
    #[noun(filter, order)]
    pub medium: MeetingMedium,
    /// Who chairs it; null when that is not recorded (主持人).
    #[noun(one = "chair_id", filter)]
    pub chair: One<Person>,
    /// The round that it opens or looks back at; null when it is about none. A mobilization meeting without one opens all rounds of its year (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// The leading group whose meeting it is; null for any other kind (领导小组).
    #[noun(one = "leading_group_id", filter)]
    pub leading_group: One<LeadingGroup>,
    /// The meeting of a superior that it carries out; null when it carries out none (贯彻的上级会议).
    #[noun(filter)]
    pub implements: Option<String>,
    /// The day for which it is called (拟召开日期).
    #[noun(filter, order)]
    pub planned_on: Date,
    /// The day on which it was held; null until then (召开日期).
    #[noun(filter, order)]
    pub held_on: Option<Date>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: MeetingStatus,
    /// What was said, in short; null when nothing is recorded (会议纪要).
    pub minutes: Option<String>,
    /// Why it was called off; null unless it was (取消原因).
    pub cancellation_reason: Option<String>,
    /// With whom it was filed; null until it is (报备机关).
    #[noun(filter)]
    pub filed_with: Option<String>,
    /// The day on which it was filed; null until it is (报备日期).
    #[noun(filter, order)]
    pub filed_on: Option<Date>,
    /// Who is called, and who came; a body that was called and keeps no meetings sees itself only (参会名单).
    #[noun(many = "meeting_id", filter)]
    pub attendances: Many<MeetingAttendance>,
    /// What stands on its agenda (议题).
    #[noun(many = "meeting_id", filter)]
    pub items: Many<MeetingItem>,
    /// What it decided (议定事项).
    #[noun(many = "meeting_id", filter)]
    pub decisions: Many<MeetingDecision>,
    /// What it learnt from its round; none unless it looks back at one (经验教训).
    #[noun(many = "meeting_id", filter)]
    pub lessons: Many<MeetingLesson>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = meeting_actions, needs(status: MeetingStatus, kind: MeetingKind), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Those of one's own place; those below that were filed; and for who keeps none, those to which one's body was called.
fn visible_to(viewer: &Viewer) -> Visible {
    if !keeps_meetings(viewer) {
        return Visible::Named("meeting_id", || MeetingAttendance::DEF);
    }
    let filed = Visible::All(vec![
        Visible::OneOf("status", &["FILED"]),
        Visible::Jurisdiction("dispatcher_id"),
    ]);
    match viewer.agency {
        Agency::Superior => filed,
        _ => Visible::Either(vec![
            Visible::Is("dispatcher_id", viewer.authority_id),
            filed,
        ]),
    }
}
