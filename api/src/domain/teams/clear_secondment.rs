//! Clear a secondment on the side of discipline.

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

/// What clearing a secondment takes.
#[derive(Debug, Input)]
pub struct ClearSecondmentInput {
    /// The secondment (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say that nothing stands against a secondment on the side of discipline (廉政审查通过).
#[verb(Secondment)]
pub async fn clear_secondment(change: &mut Change, input: ClearSecondmentInput) -> Result<Uuid> {
    let Taken {
        row,
        mut changed,
        day,
    } = take(change, &input.secondment, input.version, input.on).await?;
    changed.decided_on = Set(Some(day));
    Ok(change.update(&row, changed).await?.id)
}
