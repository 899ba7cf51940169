//! Withdraw a joint operation.

use inspectorate_entity::joint_operations::joint_operation;
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
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What withdrawing a joint operation takes.
#[derive(Debug, Input)]
pub struct WithdrawJointOperationInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (撤回原因).
    pub reason: Paragraph,
    /// The day, not in the future, nor before it was agreed; today when left out (撤回日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Withdraw a joint operation that your body asked for and that was not entered (撤回联动监督); what it opened is
/// shut at once.
#[verb(JointOperation)]
pub async fn withdraw_joint_operation(
    change: &mut Change,
    input: WithdrawJointOperationInput,
) -> Result<Uuid> {
    let operation = change
        .subject::<joint_operation::Entity, _>("operation", &input.operation, input.version)
        .await?;
    let sides = sides(change, operation.id).await?;
    let status = take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let last = [operation.entered_on, operation.agreed_on];
    let last = last.into_iter().flatten().max();
    not_before(day, last.unwrap_or(operation.requested_on), "input.on")?;
    let mut ended = operation.clone().into_active_model();
    ended.status = Set(status);
    ended.ended_on = Set(Some(day));
    ended.end_reason = Set(Some(input.reason.0));
    change.update(&operation, ended).await?;
    granting::shut(change, operation.id, day).await?;
    Ok(operation.id)
}
