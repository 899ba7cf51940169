//! Follow the rectification together.

use inspectorate_entity::{joint_operations::joint_operation, organizations::organization};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates,
    joint_operation::JointOperation,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What following the rectification together takes.
#[derive(Debug, Input)]
pub struct JoinJointRectificationInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The side in whose ledger the problems of all sides are followed (整改台账单位).
    pub ledger_keeper: GlobalId<Organization>,
    /// The day, not in the future, nor before the report; today when left out (整改并轨日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Follow the rectification of what all sides of a joint operation found together, in the ledger of one of them (整改并轨).
#[verb(JointOperation)]
pub async fn join_joint_rectification(
    change: &mut Change,
    input: JoinJointRectificationInput,
) -> Result<Uuid> {
    let operation = change
        .subject::<joint_operation::Entity, _>("operation", &input.operation, input.version)
        .await?;
    let sides = sides(change, operation.id).await?;
    let status = take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(
        day,
        operation.reported_on.unwrap_or(operation.requested_on),
        "input.on",
    )?;
    let keeper = change
        .related::<organization::Entity, _>("ledgerKeeper", &input.ledger_keeper)
        .await?;
    let sides: Vec<Uuid> = sides.iter().map(|side| side.organization_id).collect();
    gates::is_a_side(keeper.id, &sides, "input.ledgerKeeper")?;
    let mut joined = operation.clone().into_active_model();
    joined.status = Set(status);
    joined.ledger_keeper_id = Set(Some(keeper.id));
    joined.rectification_joined_on = Set(Some(day));
    change.update(&operation, joined).await?;
    Ok(operation.id)
}
