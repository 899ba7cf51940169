//! Approve a nomination.

use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    secondment::Secondment,
    secondment_step::{Taken, take},
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What approving a nomination takes.
#[derive(Debug, Input)]
pub struct ApproveSecondmentInput {
    /// The secondment (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Approve a unit's nomination (审批抽调人选), as the organization department.
#[verb(Secondment)]
pub async fn approve_secondment(
    change: &mut Change,
    input: ApproveSecondmentInput,
) -> Result<Uuid> {
    let Taken {
        row,
        mut changed,
        day,
    } = take(change, &input.secondment, input.version, input.on).await?;
    changed.decided_on = Set(Some(day));
    Ok(change.update(&row, changed).await?.id)
}
