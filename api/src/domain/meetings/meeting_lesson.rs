//! What a review meeting learnt, and what took it up.

use inspectorate_entity::meetings::meeting_lesson::{LessonAim, LessonStatus};
use inspectorate_macros::Noun;

use super::{lesson_life_cycle::lesson_actions, meeting::Meeting};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coverage::round::Round,
        organizations::organization::Organization,
        rules::{checklist::Checklist, rule_document::RuleDocument},
        teams::team::Team,
    },
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// What a review meeting learnt from its round, as a suggestion for a rule or a template (复盘经验教训). Whoever sees the meeting sees it;
/// those of a year are counted by `totalCount` with the year of the meeting in the filter.
#[derive(Noun)]
#[noun(table = "meeting_lesson", plural = "meetingLessons", reads = ReadMeetings, visible = visible_to, order(ordinal))]
pub struct MeetingLesson {
    /// The meeting (复盘会).
    #[noun(one = "meeting_id", filter)]
    pub meeting: One<Meeting>,
    /// The dispatching Party organization in whose work the meeting was held (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The round at which the meeting looked back; null to those who may not see it (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// The team from whose work it was learnt; null when from that of the whole round, or when the viewer may not see it (巡察组).
    #[noun(one = "team_id", filter)]
    pub team: One<Team>,
    /// Its number within the meeting, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What was learnt (内容).
    #[noun(filter)]
    pub content: String,
    /// What it asks to be changed (落点).
    #[noun(filter, order)]
    pub aim: LessonAim,
    /// Whether it was taken up (状态).
    #[noun(filter, order)]
    pub status: LessonStatus,
    /// The rule document that took it up; null when none did, or when the viewer may not see it (采纳的制度).
    #[noun(one = "rule_id", filter)]
    pub rule: One<RuleDocument>,
    /// The checklist or template that took it up; null when none did, or when the viewer may not see it (采纳的模板、清单).
    #[noun(one = "checklist_id", filter)]
    pub checklist: One<Checklist>,
    /// The day on which it was taken up; null until then (采纳日期).
    #[noun(filter, order)]
    pub taken_up_on: Option<Date>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = lesson_actions, needs(status: LessonStatus), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("meeting_id", || Meeting::DEF)
}
