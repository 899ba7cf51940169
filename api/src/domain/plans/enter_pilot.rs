//! Enter an organization as a pilot.

use inspectorate_entity::{
    organizations::organization::{self, OrganizationLevel},
    plans::pilot::{self, PilotStatus},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::pilot::Pilot;
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{counts_from_one, day_done},
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What entering a pilot takes.
#[derive(Debug, Input)]
pub struct EnterPilotInput {
    /// The organization that takes part (试点单位).
    pub participant: GlobalId<Organization>,
    /// What is tried out (试点主题).
    pub topic: Name,
    /// The level that chose it (试点层级).
    pub level: Coded<OrganizationLevel>,
    /// Who chose it (确定机关).
    pub sponsor: Name,
    /// How many take part in all, those elsewhere included; leave it out when not known (试点总数).
    pub participants: Option<i32>,
    /// Its first day, not in the future; today when left out (开始日期).
    pub starts_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Enter an organization that a superior level chose to try something out (登记试点对象).
#[verb(Pilot)]
pub async fn enter_pilot(change: &mut Change, input: EnterPilotInput) -> Result<Uuid> {
    let participant = change
        .related_alone::<organization::Entity, _>("participant", &input.participant)
        .await?;
    if let Some(participants) = input.participants {
        counts_from_one(participants, "input.participants")?;
    }
    let starts_on = day_done(input.starts_on, change.today(), "input.startsOn")?;
    let running = Condition::all()
        .add(pilot::Column::ParticipantId.eq(participant.id))
        .add(pilot::Column::Topic.eq(input.topic.0.as_str()))
        .add(pilot::Column::Status.eq(PilotStatus::Running));
    if !change.rows::<pilot::Entity>(running).await?.is_empty() {
        return Err(Error::conflict(
            "input.topic",
            "The organization is a pilot of this topic already: end that first.",
            "该单位已是该主题的试点，请先结束原试点。",
        ));
    }
    let pilot = change
        .insert(pilot::ActiveModel {
            dispatcher_id: Set(change.viewer().authority_id),
            participant_id: Set(participant.id),
            topic: Set(input.topic.0),
            level: Set(input.level.0),
            sponsor: Set(input.sponsor.0),
            participants: Set(input.participants),
            status: Set(PilotStatus::Running),
            starts_on: Set(starts_on),
            ends_on: Set(None),
            report: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(pilot.id)
}
