//! Record who came to a meeting.

use inspectorate_entity::{
    meetings::{
        meeting,
        meeting_attendance::{self, Presence},
    },
    organizations::person,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates, meeting::Meeting, meeting_attendance::MeetingAttendance, meeting_life_cycle::take,
};
use crate::{
    access::change::Change,
    domain::organizations::person::Person,
    error::{Error, Result},
    graphql::{coded::Coded, node_id::GlobalId, text::Paragraph},
};

/// Whether one of those who were called came (到会情况).
#[derive(Debug, Input)]
pub struct PresenceInput {
    /// Who was called (参会).
    pub attendance: GlobalId<MeetingAttendance>,
    /// Whether it came, was absent or sent somebody (到会情况).
    pub presence: Coded<Presence>,
    /// Why it was absent; of the absent only (缺席原因).
    pub reason: Option<Paragraph>,
    /// Who came instead; where somebody was sent, and there only (代会人员).
    pub substitute: Option<GlobalId<Person>>,
}

/// What recording who came to a meeting takes.
#[derive(Debug, Input)]
pub struct RecordMeetingPresenceInput {
    /// The meeting (会议).
    pub meeting: GlobalId<Meeting>,
    /// Of whom it is recorded; what was recorded of them before is put right (到会情况).
    pub presences: Vec<PresenceInput>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record who of those that were called came to a meeting (登记到会), before it is recorded as held.
#[verb(Meeting)]
pub async fn record_meeting_presence(
    change: &mut Change,
    input: RecordMeetingPresenceInput,
) -> Result<Uuid> {
    let meeting = change
        .related_alone::<meeting::Entity, _>("meeting", &input.meeting)
        .await?;
    take(change, &meeting, "input.meeting").await?;
    gates::at_most(input.presences.len(), 200, "input.presences")?;
    for (index, one) in input.presences.into_iter().enumerate() {
        let field = format!("presences.{index}");
        gates::presence_is_explained(
            one.presence.0,
            one.reason.is_some(),
            one.substitute.is_some(),
            &format!("input.{field}"),
        )?;
        let name = format!("{field}.attendance");
        let called = change
            .related::<meeting_attendance::Entity, _>(&name, &one.attendance)
            .await?;
        if called.meeting_id != meeting.id {
            return Err(Error::not_found(
                "MeetingAttendance",
                format!("input.{name}"),
            ));
        }
        let substitute = match &one.substitute {
            Some(id) => {
                let field = format!("{field}.substitute");
                Some(change.related::<person::Entity, _>(&field, id).await?.id)
            }
            None => None,
        };
        let mut came = called.clone().into_active_model();
        came.presence = Set(one.presence.0);
        came.absence_reason = Set(one.reason.map(|reason| reason.0));
        came.substitute_id = Set(substitute);
        change.update(&called, came).await?;
    }
    Ok(meeting.id)
}
