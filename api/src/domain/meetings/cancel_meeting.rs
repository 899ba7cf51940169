//! Call a meeting off.

use inspectorate_entity::meetings::meeting;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{meeting::Meeting, meeting_life_cycle::take};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, text::Paragraph},
};

/// What calling a meeting off takes.
#[derive(Debug, Input)]
pub struct CancelMeetingInput {
    /// The meeting (会议).
    pub meeting: GlobalId<Meeting>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (取消原因).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Call a meeting off that was not held (取消会议); it keeps its place in the records and counts nowhere.
#[verb(Meeting)]
pub async fn cancel_meeting(change: &mut Change, input: CancelMeetingInput) -> Result<Uuid> {
    let meeting = change
        .subject::<meeting::Entity, _>("meeting", &input.meeting, input.version)
        .await?;
    let status = take(change, &meeting, "input.meeting").await?;
    let mut cancelled = meeting.clone().into_active_model();
    cancelled.status = Set(status);
    cancelled.cancellation_reason = Set(Some(input.reason.0));
    Ok(change.update(&meeting, cancelled).await?.id)
}
