//! Meetings of the sources: how many there were of which kind, and the secretary who studied inspection on his third day in office.
//! Their days are made up within the year that is printed, and so is who was there.

mod held;

use chrono::{Days, NaiveDate};
use inspectorate_entity::{
    meetings::{
        meeting::MeetingKind,
        meeting_attendance::{self, Presence},
    },
    organizations::{
        agency_registration::Agency,
        appointment::{self, AppointmentEnd},
        leading_group_member::{self, LeadingGroupPost},
        post::PostFunction,
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use self::held::Held;
use super::{
    bodies,
    book::{Book, day, moment},
    lists::Planner,
    teams::{person, rounds_of},
};

/// What Neijiang held in 2022: seven, two and two meetings chaired by the new secretary, 34 of the office, 14 to study, two that looked
/// back at a round.
pub fn neijiang(book: &mut Book, by: Planner) {
    let body = |book: &Book, agency| book.written(&bodies::code("NJ", agency));
    let (Some(office), Some(leading)) =
        (body(book, Agency::Office), body(book, Agency::LeadingGroup))
    else {
        return;
    };
    let since = day(2022, 3, 1);
    let secretary = new_secretary(book, by, since);
    let group = book.leading_groups.iter();
    let mut group = group.filter(|one| one.dispatcher_id.try_as_ref() == Some(&by.dispatcher));
    let group = group.next().and_then(|one| one.id.try_as_ref().copied());
    let by_city = Held {
        convener: by.dispatcher,
        kind: MeetingKind::StandingCommittee,
        name: "市委常委会会议（示例）",
        ordinal: None,
        chair: secretary,
        round: None,
        group: None,
        implements: None,
        on: since,
    };
    // The third day in office: the day of taking office is the first.
    book.held_each(by, by_city, day(2022, 3, 3), 7);
    let special = Held {
        kind: MeetingKind::Secretary,
        name: "市委书记专题会议（示例）",
        ..by_city
    };
    book.held_each(by, special, day(2022, 7, 12), 2);
    let of_group = Held {
        convener: leading,
        kind: MeetingKind::LeadingGroup,
        name: "市委巡察工作领导小组会议（示例）",
        group,
        ..by_city
    };
    book.held_each(by, of_group, day(2022, 3, 20), 2);
    let of_office = Held {
        convener: office,
        kind: MeetingKind::RoomAffairs,
        name: "市委巡察办室务会议（示例）",
        chair: None,
        ..by_city
    };
    book.held_each(by, of_office, day(2022, 1, 7), 34);
    let study = Held {
        kind: MeetingKind::Study,
        name: "理论学习中心组学习会（示例）",
        ..of_office
    };
    for meeting in book.held_each(by, study, day(2022, 1, 14), 14) {
        book.studied(meeting, "示例学习文件");
    }
    for (ordinal, (round, _, last)) in (1..=2).zip(rounds_of(book, by)) {
        let review = Held {
            kind: MeetingKind::RoundReview,
            name: "巡察工作复盘会（示例）",
            ordinal: Some(ordinal),
            round: Some(round),
            on: last,
            ..of_office
        };
        let review = book.held(by, review);
        book.learnt(by, (review, round), "复盘所得经验（示例）");
    }
}

/// The room-affairs meeting of Xiamen's office with its seven members.
pub fn xiamen(book: &mut Book, by: Planner) {
    let Some(office) = book.written(&bodies::code("XM", Agency::Office)) else {
        return;
    };
    let meeting = book.held(
        by,
        Held {
            convener: office,
            kind: MeetingKind::RoomAffairs,
            name: "市委巡察办室务会议（示例）",
            ordinal: Some(1),
            chair: None,
            round: None,
            group: None,
            implements: None,
            on: day(2020, 8, 3),
        },
    );
    let members = book.appointments.iter();
    let members = members.filter(|held| held.organization_id.try_as_ref() == Some(&office));
    let members: Vec<Uuid> = members
        .filter_map(|held| held.person_id.try_as_ref().copied())
        .collect();
    for member in members {
        let id = book.id("MeetingAttendance");
        book.meeting_attendances
            .push(meeting_attendance::ActiveModel {
                id: Set(id),
                meeting_id: Set(meeting),
                person_id: Set(Some(member)),
                organization_id: Set(Some(office)),
                required: Set(true),
                presence: Set(Presence::Present),
                absence_reason: Set(None),
                substitute_id: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
    }
}

/// The meeting of the ministry that relayed the national conference and opened the inspections of 2020.
pub fn ministry(book: &mut Book, by: Planner) {
    book.held(
        by,
        Held {
            convener: by.dispatcher,
            kind: MeetingKind::Mobilization,
            name: "2020年巡视动员部署会",
            ordinal: None,
            chair: None,
            round: None,
            group: None,
            implements: Some("全国巡视工作会议"),
            on: day(2020, 6, 9),
        },
    );
}

/// A new secretary takes the post and the lead of the leading group over from the one before.
fn new_secretary(book: &mut Book, by: Planner, since: NaiveDate) -> Option<Uuid> {
    let post = book.posts.iter().find(|post| {
        post.organization_id.try_as_ref() == Some(&by.dispatcher)
            && post.function.try_as_ref() == Some(&PostFunction::PartySecretary)
    });
    let post = post.and_then(|post| post.id.try_as_ref().copied())?;
    let last = since.checked_sub_days(Days::new(1))?;
    let mut of_post = book.appointments.iter_mut();
    let before = of_post.find(|held| held.post_id.try_as_ref() == Some(&post))?;
    before.ends_on = Set(Some(last));
    before.end_reason = Set(Some(AppointmentEnd::Transferred));
    let mut seats = book.leading_group_members.iter_mut();
    let seat = seats.find(|seat| {
        seat.dispatcher_id.try_as_ref() == Some(&by.dispatcher)
            && seat.post.try_as_ref() == Some(&LeadingGroupPost::Leader)
    })?;
    seat.ends_on = Set(Some(last));
    let group = seat.leading_group_id.try_as_ref().copied()?;
    let secretary = person(book, by);
    let (appointment, seat) = (book.id("Appointment"), book.id("LeadingGroupMember"));
    book.appointments.push(appointment::ActiveModel {
        id: Set(appointment),
        person_id: Set(secretary),
        post_id: Set(post),
        organization_id: Set(by.dispatcher),
        end_reason: Set(None),
        starts_on: Set(since),
        ends_on: Set(None),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
    book.leading_group_members
        .push(leading_group_member::ActiveModel {
            id: Set(seat),
            leading_group_id: Set(group),
            dispatcher_id: Set(by.dispatcher),
            person_id: Set(secretary),
            post: Set(LeadingGroupPost::Leader),
            starts_on: Set(since),
            ends_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    Some(secretary)
}
