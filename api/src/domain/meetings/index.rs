//! What meetings bring to the schema: their nouns and their verbs, one word each.

use super::{
    add_meeting_item, cancel_meeting, carry_out_meeting_decision, file_meeting, hold_meeting,
    invite_to_meeting, meeting, meeting_attendance, meeting_decision, meeting_item, meeting_lesson,
    prepare_meeting, record_meeting_decision, record_meeting_lesson, record_meeting_presence,
    take_up_meeting_lesson, withdraw_meeting_decision,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        meeting::Meeting::DEF,
        meeting_attendance::MeetingAttendance::DEF,
        meeting_item::MeetingItem::DEF,
        meeting_decision::MeetingDecision::DEF,
        meeting_lesson::MeetingLesson::DEF,
    ],
    verbs: &[
        &prepare_meeting::VERB,
        &invite_to_meeting::VERB,
        &add_meeting_item::VERB,
        &record_meeting_presence::VERB,
        &hold_meeting::VERB,
        &file_meeting::VERB,
        &cancel_meeting::VERB,
        &record_meeting_decision::VERB,
        &carry_out_meeting_decision::VERB,
        &withdraw_meeting_decision::VERB,
        &record_meeting_lesson::VERB,
        &take_up_meeting_lesson::VERB,
    ],
    queries: &[],
};
