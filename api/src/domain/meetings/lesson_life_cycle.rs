//! The life cycle of a lesson (经验教训): open until a rule, a template or something else takes it up.

use inspectorate_entity::{
    meetings::meeting_lesson::{self, LessonStatus},
    vocabulary::Vocabulary,
};

use crate::{
    access::{change::Change, policy::Action},
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    domain::coverage::{
        gates::of_another_dispatcher, plan_life_cycle::SeenFrom, plan_step::seen_from,
    },
    error::{Error, Result},
    read::Batch,
};

/// A lesson from the meeting to what took it up.
pub static LESSON: LifeCycle<LessonStatus, SeenFrom> = LifeCycle {
    noun: "MeetingLesson",
    doc: "What a review meeting learnt from its round (经验教训).",
    initial: LessonStatus::Open,
    begun_by: Action::RecordMeetingLesson,
    steps: &[Step {
        action: Action::TakeUpMeetingLesson,
        doc: "say what took it up (采纳)",
        from: &[LessonStatus::Open],
        to: Some(LessonStatus::TakenUp),
        rules: &[Rule {
            gate: Gate::RecordOfAnotherDispatcher,
            doc: "it was learnt in a meeting of one's own place",
            check: own,
        }],
        owed: false,
        deadline: None,
    }],
};

fn own(seen_from: &SeenFrom) -> Result<()> {
    match seen_from {
        SeenFrom::Within => Ok(()),
        SeenFrom::Above => Err(of_another_dispatcher()),
    }
}

/// The state to which the verb at hand leads the lesson, or what stands in the way.
pub fn take(change: &Change, lesson: &meeting_lesson::Model) -> Result<LessonStatus> {
    let seen_from = seen_from(change.viewer(), lesson.dispatcher_id);
    LESSON
        .take(change.action(), lesson.status, &seen_from)
        .map_err(|error| error.field("input.lesson"))
}

/// What the viewer may do with each lesson now.
pub async fn lesson_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(LessonStatus::parse);
            let (Some(status), Some(dispatcher)) = (status, batch.id(row, "dispatcher_id")) else {
                return Err(Error::internal("a lesson without status or dispatcher"));
            };
            let seen_from = seen_from(batch.viewer(), dispatcher);
            Ok(LESSON.available(batch.viewer(), status, &seen_from))
        })
        .collect()
}
