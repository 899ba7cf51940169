//! Agree to a proposed mechanism.

use inspectorate_entity::coordination::{coordination_mechanism, mechanism_party};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{coordination_mechanism::CoordinationMechanism, mechanism_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What agreeing to a proposed mechanism takes.
#[derive(Debug, Input)]
pub struct AgreeToMechanismInput {
    /// The mechanism (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// The day, not in the future, nor before it was proposed; today when left out (同意日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Agree to a mechanism to which your body is to be party (同意协作机制).
#[verb(CoordinationMechanism)]
pub async fn agree_to_mechanism(change: &mut Change, input: AgreeToMechanismInput) -> Result<Uuid> {
    let mechanism = change
        .related_alone::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism)
        .await?;
    take(change, &mechanism).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, mechanism.proposed_on, "input.on")?;
    let own = Condition::all()
        .add(mechanism_party::Column::MechanismId.eq(mechanism.id))
        .add(mechanism_party::Column::OrganizationId.eq(change.viewer().organization_id));
    for party in change.rows::<mechanism_party::Entity>(own).await? {
        let mut agreed = party.clone().into_active_model();
        agreed.agreed_on = Set(Some(day));
        change.update(&party, agreed).await?;
    }
    Ok(mechanism.id)
}
