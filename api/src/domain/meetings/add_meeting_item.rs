//! Put something on the agenda of a meeting.

use inspectorate_entity::meetings::meeting;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    agenda::{self, AgendaItemInput},
    meeting::Meeting,
    meeting_item::MeetingItem,
    meeting_life_cycle::take,
};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::node_id::GlobalId,
};

/// What putting something on the agenda of a meeting takes.
#[derive(Debug, Input)]
pub struct AddMeetingItemInput {
    /// The meeting (会议).
    pub meeting: GlobalId<Meeting>,
    /// What is put on its agenda, as the last item (议题).
    pub item: AgendaItemInput,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Put something on the agenda of a meeting that is being prepared (增加议题), after what stands there.
#[verb(MeetingItem)]
pub async fn add_meeting_item(change: &mut Change, input: AddMeetingItemInput) -> Result<Uuid> {
    let meeting = change
        .related_alone::<meeting::Entity, _>("meeting", &input.meeting)
        .await?;
    take(change, &meeting, "input.meeting").await?;
    let item = vec![("item".to_owned(), input.item)];
    let written = agenda::put(change, meeting.id, item).await?;
    let item = written.first().copied();
    item.ok_or_else(|| Error::internal("an item that was not written"))
}
