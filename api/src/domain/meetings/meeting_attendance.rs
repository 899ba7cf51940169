//! Who is called to a meeting, and who came.

use inspectorate_entity::meetings::meeting_attendance::Presence;
use inspectorate_macros::Noun;

use super::{keepers::keeps_meetings, meeting::Meeting};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::{organization::Organization, person::Person},
    read::{One, noun::Noun as _},
};

/// Somebody called to a meeting, and whether they came (参会). Who keeps no meetings sees the one of its own body only.
#[derive(Noun)]
#[noun(table = "meeting_attendance", plural = "meetingAttendances", reads = ReadMeetings, visible = visible_to, order(-required, presence))]
pub struct MeetingAttendance {
    /// The meeting (会议).
    #[noun(one = "meeting_id", filter)]
    pub meeting: One<Meeting>,
    /// The person called; null when the body sends whom it will, or the viewer may not see the person (参会人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The body for which the person comes, or that is called; null when the person comes for none (参会单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Whether the meeting needs it there; otherwise it only sits in (是否应到).
    #[noun(filter, order)]
    pub required: bool,
    /// Whether it came (到会情况).
    #[noun(filter, order)]
    pub presence: Presence,
    /// Why it did not come; null unless it was absent (缺席原因).
    pub absence_reason: Option<String>,
    /// Who came instead; null when nobody did (代会人员).
    #[noun(one = "substitute_id", filter)]
    pub substitute: One<Person>,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    if keeps_meetings(viewer) {
        return Visible::Through("meeting_id", || Meeting::DEF);
    }
    Visible::Is("organization_id", viewer.organization_id)
}
