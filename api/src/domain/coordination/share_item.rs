//! Share something with another party of a mechanism.

use inspectorate_entity::{
    coordination::{
        coordination_mechanism,
        coordination_request::InformationClass,
        mechanism_party,
        shared_item::{self, SharedKind},
    },
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    coordination_mechanism::CoordinationMechanism, request_gates as gates, shared_item::SharedItem,
};
use crate::{
    access::change::Change,
    domain::{coverage::gates::day_done, organizations::organization::Organization},
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What sharing something with another party of a mechanism takes.
#[derive(Debug, Input)]
pub struct ShareItemInput {
    /// The mechanism by which it is shared; in force, and your body is a party (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// The party with which it is shared (接收单位).
    pub receiver: GlobalId<Organization>,
    /// What it is (共享内容).
    pub kind: Coded<SharedKind>,
    /// Who may know of it (密级).
    pub class: Coded<InformationClass>,
    /// What is shared (内容).
    pub content: Paragraph,
    /// The day, not in the future; today when left out (共享日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Share information, a resource, people or a result with another party of a mechanism (共享); the receiver sees it from then on.
#[verb(SharedItem)]
pub async fn share_item(change: &mut Change, input: ShareItemInput) -> Result<Uuid> {
    let giver = change.viewer().organization_id;
    let mechanism = change
        .related::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    gates::mechanism_is_in_force(&mechanism, day)?;
    let receiver = change
        .related::<organization::Entity, _>("receiver", &input.receiver)
        .await?;
    let parties = mechanism_party::Column::MechanismId.eq(mechanism.id);
    let parties = change.rows::<mechanism_party::Entity>(parties).await?;
    let parties: Vec<Uuid> = parties.iter().map(|party| party.organization_id).collect();
    gates::both_are_parties(&parties, giver, receiver.id)?;
    let item = change
        .insert(shared_item::ActiveModel {
            dispatcher_id: Set(mechanism.dispatcher_id),
            mechanism_id: Set(mechanism.id),
            kind: Set(input.kind.0),
            giver_id: Set(giver),
            receiver_id: Set(receiver.id),
            class: Set(input.class.0),
            content: Set(input.content.0),
            shared_on: Set(day),
            use_made: Set(None),
            used_on: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(item.id)
}
