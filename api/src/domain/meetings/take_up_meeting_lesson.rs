//! Say what took a lesson up.

use inspectorate_entity::{
    meetings::{meeting, meeting_lesson},
    rules::{checklist, rule_document},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, lesson_life_cycle::take, meeting_lesson::MeetingLesson};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        rules::{checklist::Checklist, rule_document::RuleDocument},
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What saying what took a lesson up takes.
#[derive(Debug, Input)]
pub struct TakeUpMeetingLessonInput {
    /// The lesson (经验教训).
    pub lesson: GlobalId<MeetingLesson>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The rule document that took it up; needed for a lesson with the aim RULE, left out for one with the aim TEMPLATE (采纳的制度).
    pub rule: Option<GlobalId<RuleDocument>>,
    /// The checklist or template that took it up; needed for a lesson with the aim TEMPLATE, left out for one with the aim RULE (采纳的模板、清单).
    pub checklist: Option<GlobalId<Checklist>>,
    /// The day, not in the future, nor before the meeting; today when left out (采纳日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say which rule document or template took a lesson of a review meeting up (采纳复盘经验教训).
#[verb(MeetingLesson)]
pub async fn take_up_meeting_lesson(
    change: &mut Change,
    input: TakeUpMeetingLessonInput,
) -> Result<Uuid> {
    let lesson = change
        .subject::<meeting_lesson::Entity, _>("lesson", &input.lesson, input.version)
        .await?;
    let status = take(change, &lesson)?;
    gates::taken_up_as_it_aims(lesson.aim, input.rule.is_some(), input.checklist.is_some())?;
    let rule = match &input.rule {
        Some(id) => {
            let rule = change
                .related::<rule_document::Entity, _>("rule", id)
                .await?;
            Some(rule.id)
        }
        None => None,
    };
    let checklist = match &input.checklist {
        Some(id) => {
            let checklist = change
                .related::<checklist::Entity, _>("checklist", id)
                .await?;
            Some(checklist.id)
        }
        None => None,
    };
    let day = day_done(input.on, change.today(), "input.on")?;
    let meeting = meeting::Column::Id.eq(lesson.meeting_id);
    for meeting in change.rows::<meeting::Entity>(meeting).await? {
        let held = meeting.held_on.unwrap_or(meeting.planned_on);
        not_before(day, held, "input.on")?;
    }
    let mut taken_up = lesson.clone().into_active_model();
    taken_up.status = Set(status);
    taken_up.rule_id = Set(rule);
    taken_up.checklist_id = Set(checklist);
    taken_up.taken_up_on = Set(Some(day));
    Ok(change.update(&lesson, taken_up).await?.id)
}
