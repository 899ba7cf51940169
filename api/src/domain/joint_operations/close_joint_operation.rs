//! Close a joint operation.

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
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What closing a joint operation takes.
#[derive(Debug, Input)]
pub struct CloseJointOperationInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day, not in the future, nor before every side entered; today when left out (结束日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Close a joint operation (结束联动监督). What it opened is shut at once; results stay readable where the agreement says so.
#[verb(JointOperation)]
pub async fn close_joint_operation(
    change: &mut Change,
    input: CloseJointOperationInput,
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
    change.update(&operation, ended).await?;
    granting::shut(change, operation.id, day).await?;
    Ok(operation.id)
}
