//! Writing a meeting that was held, what it studied and what it learnt.

use chrono::{Datelike, Days, NaiveDate};
use inspectorate_entity::meetings::{
    meeting::{self, MeetingKind, MeetingMedium, MeetingStatus},
    meeting_item::{self, MeetingItemKind},
    meeting_lesson::{self, LessonAim, LessonStatus},
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::demo::{
    book::{Book, day, moment},
    lists::Planner,
};

/// A meeting to write.
#[derive(Clone, Copy)]
pub struct Held<'a> {
    pub convener: Uuid,
    pub kind: MeetingKind,
    pub name: &'a str,
    pub ordinal: Option<i32>,
    pub chair: Option<Uuid>,
    pub round: Option<Uuid>,
    pub group: Option<Uuid>,
    pub implements: Option<&'a str>,
    pub on: NaiveDate,
}

impl Book {
    /// So many meetings of one kind in the year, the first on `first` and the others spread over what is left of it.
    pub fn held_each(
        &mut self,
        by: Planner,
        held: Held<'_>,
        first: NaiveDate,
        count: u32,
    ) -> Vec<Uuid> {
        let last = day(first.year(), 12, 28);
        let apart = (last - first).num_days().unsigned_abs() / u64::from(count.max(1));
        (0..u64::from(count))
            .filter_map(|at| first.checked_add_days(Days::new(at * apart)))
            .zip(1..)
            .map(|(on, ordinal)| {
                let ordinal = Some(ordinal);
                self.held(
                    by,
                    Held {
                        on,
                        ordinal,
                        ..held
                    },
                )
            })
            .collect()
    }

    pub fn held(&mut self, by: Planner, held: Held<'_>) -> Uuid {
        let id = self.id("Meeting");
        self.meetings.push(meeting::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            convener_id: Set(held.convener),
            kind: Set(held.kind),
            name: Set(held.name.to_owned()),
            year: Set(held.on.year()),
            ordinal: Set(held.ordinal),
            medium: Set(MeetingMedium::InPerson),
            chair_id: Set(held.chair),
            round_id: Set(held.round),
            leading_group_id: Set(held.group),
            implements: Set(held.implements.map(str::to_owned)),
            planned_on: Set(held.on),
            held_on: Set(Some(held.on)),
            status: Set(MeetingStatus::Held),
            minutes: Set(None),
            cancellation_reason: Set(None),
            filed_with: Set(None),
            filed_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// What a review meeting learnt from its round; nobody has taken it up.
    pub fn learnt(&mut self, by: Planner, (meeting, round): (Uuid, Uuid), content: &str) {
        let id = self.id("MeetingLesson");
        self.meeting_lessons.push(meeting_lesson::ActiveModel {
            id: Set(id),
            meeting_id: Set(meeting),
            dispatcher_id: Set(by.dispatcher),
            round_id: Set(round),
            team_id: Set(None),
            ordinal: Set(1),
            content: Set(content.to_owned()),
            aim: Set(LessonAim::Other),
            status: Set(LessonStatus::Open),
            rule_id: Set(None),
            checklist_id: Set(None),
            taken_up_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    pub fn studied(&mut self, meeting: Uuid, title: &str) {
        let id = self.id("MeetingItem");
        self.meeting_items.push(meeting_item::ActiveModel {
            id: Set(id),
            meeting_id: Set(meeting),
            ordinal: Set(1),
            kind: Set(MeetingItemKind::Study),
            title: Set("专题学习（示例）".to_owned()),
            reported_by_id: Set(None),
            document_id: Set(None),
            document_title: Set(Some(title.to_owned())),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
