//! End a mechanism, or drop one that was proposed.

use inspectorate_entity::coordination::coordination_mechanism;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coordination_mechanism::CoordinationMechanism, mechanism_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What ending a mechanism takes.
#[derive(Debug, Input)]
pub struct EndMechanismInput {
    /// The mechanism (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (终止原因).
    pub reason: Paragraph,
    /// Its last day, not in the future, nor before its first; today when left out (终止日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// End a mechanism (终止协作机制), or drop one that was proposed; it stays readable to its parties.
#[verb(CoordinationMechanism)]
pub async fn end_mechanism(change: &mut Change, input: EndMechanismInput) -> Result<Uuid> {
    let mechanism = change
        .subject::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism, input.version)
        .await?;
    let status = take(change, &mechanism).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let since = mechanism.starts_on.unwrap_or(mechanism.proposed_on);
    not_before(day, since, "input.on")?;
    let mut ended = mechanism.clone().into_active_model();
    ended.status = Set(status);
    ended.ends_on = Set(Some(day));
    ended.end_reason = Set(Some(input.reason.0));
    Ok(change.update(&mechanism, ended).await?.id)
}
