//! Record what a review meeting learnt.

use inspectorate_entity::{
    meetings::{
        meeting,
        meeting_lesson::{self, LessonAim, LessonStatus},
    },
    teams::team,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{gates, meeting::Meeting, meeting_lesson::MeetingLesson, meeting_life_cycle::take};
use crate::{
    access::change::Change,
    domain::teams::team::Team,
    error::{Error, Result},
    graphql::{coded::Coded, node_id::GlobalId, text::Paragraph},
};

/// What recording a lesson takes.
#[derive(Debug, Input)]
pub struct RecordMeetingLessonInput {
    /// The meeting, one that looks back at a round and was held (复盘会).
    pub meeting: GlobalId<Meeting>,
    /// What was learnt (内容).
    pub content: Paragraph,
    /// What it asks to be changed (落点).
    pub aim: Coded<LessonAim>,
    /// The team from whose work it was learnt, of the round or of none; of the whole round when left out (巡察组).
    pub team: Option<GlobalId<Team>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record what a review meeting learnt from its round (登记复盘经验教训), as a suggestion for a rule or a template.
#[verb(MeetingLesson)]
pub async fn record_meeting_lesson(
    change: &mut Change,
    input: RecordMeetingLessonInput,
) -> Result<Uuid> {
    let meeting = change
        .related_alone::<meeting::Entity, _>("meeting", &input.meeting)
        .await?;
    take(change, &meeting, "input.meeting").await?;
    let round = meeting
        .round_id
        .ok_or_else(|| Error::internal("a review meeting without round"))?;
    let team = match &input.team {
        Some(id) => {
            let team = change.related::<team::Entity, _>("team", id).await?;
            gates::team_of_the_round(round, team.round_id)?;
            Some(team.id)
        }
        None => None,
    };
    let known = meeting_lesson::Column::MeetingId.eq(meeting.id);
    let known = change.rows::<meeting_lesson::Entity>(known).await?;
    let last = known.iter().map(|lesson| lesson.ordinal).max();
    let lesson = change
        .insert(meeting_lesson::ActiveModel {
            meeting_id: Set(meeting.id),
            dispatcher_id: Set(meeting.dispatcher_id),
            round_id: Set(round),
            team_id: Set(team),
            ordinal: Set(last.unwrap_or_default() + 1),
            content: Set(input.content.0),
            aim: Set(input.aim.0),
            status: Set(LessonStatus::Open),
            rule_id: Set(None),
            checklist_id: Set(None),
            taken_up_on: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(lesson.id)
}
