//! Put a mechanism in force for good.

use inspectorate_entity::coordination::coordination_mechanism;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{coordination_mechanism::CoordinationMechanism, entering_force};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What putting a mechanism in force for good takes.
#[derive(Debug, Input)]
pub struct EstablishMechanismInput {
    /// The mechanism (协作机制).
    pub mechanism: GlobalId<CoordinationMechanism>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its first day so, not in the future, nor before it was proposed or put on trial; today when left out (施行日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Put a mechanism in force for good (建立协作机制), from a proposal or after its trial: its document is named, and its parties agree or
/// the dispatcher decides. The wording before it gives way.
#[verb(CoordinationMechanism)]
pub async fn establish_mechanism(
    change: &mut Change,
    input: EstablishMechanismInput,
) -> Result<Uuid> {
    let mechanism = change
        .subject::<coordination_mechanism::Entity, _>("mechanism", &input.mechanism, input.version)
        .await?;
    entering_force::enter(change, mechanism, input.on).await
}
