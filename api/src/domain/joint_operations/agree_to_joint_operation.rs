//! Agree to a joint operation.

use inspectorate_entity::joint_operations::joint_operation::{self, JointStatus};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    granting,
    joint_operation::JointOperation,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What agreeing to a joint operation takes.
#[derive(Debug, Input)]
pub struct AgreeToJointOperationInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The day, not in the future, nor before it was asked for; today when left out (同意日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Agree to a joint operation of which your body is to be a side (同意联动监督). With the last agreement what it opens is open.
#[verb(JointOperation)]
pub async fn agree_to_joint_operation(
    change: &mut Change,
    input: AgreeToJointOperationInput,
) -> Result<Uuid> {
    let operation = change
        .related_alone::<joint_operation::Entity, _>("operation", &input.operation)
        .await?;
    let sides = sides(change, operation.id).await?;
    take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, operation.requested_on, "input.on")?;
    let own = change.viewer().organization_id;
    for side in sides.iter().filter(|side| side.organization_id == own) {
        let mut agreed = side.clone().into_active_model();
        agreed.agreed_on = Set(Some(day));
        change.update(side, agreed).await?;
    }
    let mut others = sides.iter().filter(|side| side.organization_id != own);
    if others.all(|side| side.agreed_on.is_some()) {
        let mut agreed = operation.clone().into_active_model();
        agreed.status = Set(JointStatus::Agreed);
        agreed.agreed_on = Set(Some(day));
        change.update(&operation, agreed).await?;
        granting::open(change, operation.id, day).await?;
    }
    Ok(operation.id)
}
