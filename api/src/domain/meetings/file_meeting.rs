//! File a meeting with the superior.

use inspectorate_entity::meetings::meeting;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{meeting::Meeting, meeting_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What filing a meeting with the superior takes.
#[derive(Debug, Input)]
pub struct FileMeetingInput {
    /// The meeting (会议).
    pub meeting: GlobalId<Meeting>,
    /// The version that you saw (版本).
    pub version: i32,
    /// With whom it is filed, as that body is called (报备机关).
    pub filed_with: Name,
    /// The day, not in the future, nor before the meeting was held; today when left out (报备日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// File a meeting that was held with the superior (会议报备); from then on superiors see it.
#[verb(Meeting)]
pub async fn file_meeting(change: &mut Change, input: FileMeetingInput) -> Result<Uuid> {
    let meeting = change
        .subject::<meeting::Entity, _>("meeting", &input.meeting, input.version)
        .await?;
    let status = take(change, &meeting, "input.meeting").await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let held_on = meeting.held_on.unwrap_or(meeting.planned_on);
    not_before(day, held_on, "input.on")?;
    let mut filed = meeting.clone().into_active_model();
    filed.status = Set(status);
    filed.filed_with = Set(Some(input.filed_with.0));
    filed.filed_on = Set(Some(day));
    Ok(change.update(&meeting, filed).await?.id)
}
