//! Call more people and bodies to a meeting.

use inspectorate_entity::meetings::meeting;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    invitation::{self, InvitedInput},
    meeting::Meeting,
    meeting_life_cycle::take,
};
use crate::{access::change::Change, error::Result, graphql::node_id::GlobalId};

/// What calling more people and bodies to a meeting takes.
#[derive(Debug, Input)]
pub struct InviteToMeetingInput {
    /// The meeting (会议).
    pub meeting: GlobalId<Meeting>,
    /// Whom it calls besides, at most 200 in all (参会名单).
    pub invited: Vec<InvitedInput>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Call more people and bodies to a meeting that is being prepared (通知参会); from then on a body that was called sees it.
#[verb(Meeting)]
pub async fn invite_to_meeting(change: &mut Change, input: InviteToMeetingInput) -> Result<Uuid> {
    let meeting = change
        .related_alone::<meeting::Entity, _>("meeting", &input.meeting)
        .await?;
    take(change, &meeting, "input.meeting").await?;
    invitation::call(change, &meeting, input.invited).await?;
    Ok(meeting.id)
}
