//! The first joint conference of Neijiang, and its visits to the provincial office, at least one a month. Days are made up within 2022.

use inspectorate_entity::{
    coordination::upward_visit,
    meetings::{
        meeting::{self, MeetingKind, MeetingMedium, MeetingStatus},
        meeting_attendance::{self, Presence},
    },
    organizations::agency_registration::Agency,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
};

/// The conference, to which every body with a mechanism is called, and a visit in each month.
pub fn neijiang(book: &mut Book, city: Uuid) {
    let Some(office) = book.written(&bodies::code("NJ", Agency::Office)) else {
        return;
    };
    let conference = book.id("Meeting");
    let on = day(2022, 11, 8);
    book.meetings.push(meeting::ActiveModel {
        id: Set(conference),
        dispatcher_id: Set(city),
        convener_id: Set(office),
        kind: Set(MeetingKind::JointConference),
        name: Set("市委巡察监督贯通融合第一次联席会议".to_owned()),
        year: Set(2022),
        ordinal: Set(Some(1)),
        medium: Set(MeetingMedium::InPerson),
        chair_id: Set(None),
        round_id: Set(None),
        leading_group_id: Set(None),
        implements: Set(None),
        planned_on: Set(on),
        held_on: Set(Some(on)),
        status: Set(MeetingStatus::Held),
        minutes: Set(None),
        cancellation_reason: Set(None),
        filed_with: Set(None),
        filed_on: Set(None),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
    let own = book.mechanisms.iter().filter(|mechanism| {
        mechanism.dispatcher_id.try_as_ref() == Some(&city)
            && mechanism.ends_on.try_as_ref() == Some(&None)
    });
    let own: Vec<Uuid> = own
        .filter_map(|mechanism| mechanism.id.try_as_ref().copied())
        .collect();
    let parties = book.mechanism_parties.iter().filter(|party| {
        let mechanism = party.mechanism_id.try_as_ref();
        mechanism.is_some_and(|mechanism| own.contains(mechanism))
    });
    let members: Vec<Uuid> = parties
        .filter_map(|party| party.organization_id.try_as_ref().copied())
        .filter(|member| *member != office)
        .collect();
    for member in members {
        let id = book.id("MeetingAttendance");
        book.meeting_attendances
            .push(meeting_attendance::ActiveModel {
                id: Set(id),
                meeting_id: Set(conference),
                person_id: Set(None),
                organization_id: Set(Some(member)),
                required: Set(true),
                presence: Set(Presence::Present),
                absence_reason: Set(None),
                substitute_id: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
    }
    for month in 1..=12 {
        let id = book.id("UpwardVisit");
        book.upward_visits.push(upward_visit::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(city),
            body_id: Set(office),
            superior: Set("四川省委巡视办".to_owned()),
            visited_on: Set(day(2022, month, 15)),
            topics: Set("示例汇报事项".to_owned()),
            replies: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
