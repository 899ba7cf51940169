//! Record that a meeting was held.

use chrono::Datelike;
use inspectorate_entity::meetings::meeting;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{meeting::Meeting, meeting_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::day_done,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording that a meeting was held takes.
#[derive(Debug, Input)]
pub struct HoldMeetingInput {
    /// The meeting (会议).
    pub meeting: GlobalId<Meeting>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was held, not in the future; the day planned when left out (召开日期).
    pub on: Option<Date>,
    /// What was said, in short (会议纪要).
    pub minutes: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a meeting was held (召开会议): of everybody whom it needs it is recorded whether they came, and enough of them did.
#[verb(Meeting)]
pub async fn hold_meeting(change: &mut Change, input: HoldMeetingInput) -> Result<Uuid> {
    let meeting = change
        .subject::<meeting::Entity, _>("meeting", &input.meeting, input.version)
        .await?;
    let status = take(change, &meeting, "input.meeting").await?;
    let day = input.on.unwrap_or(Date(meeting.planned_on));
    let day = day_done(Some(day), change.today(), "input.on")?;
    let mut held = meeting.clone().into_active_model();
    held.status = Set(status);
    held.held_on = Set(Some(day));
    held.year = Set(day.year());
    held.minutes = Set(input.minutes.map(|minutes| minutes.0));
    Ok(change.update(&meeting, held).await?.id)
}
