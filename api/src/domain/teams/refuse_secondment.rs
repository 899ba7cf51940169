//! Refuse a secondment.

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
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What refusing a secondment takes.
#[derive(Debug, Input)]
pub struct RefuseSecondmentInput {
    /// The secondment (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Why (不予批准理由).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Refuse a secondment (不予批准抽调), as the organization department or as discipline; the person is free for another.
#[verb(Secondment)]
pub async fn refuse_secondment(change: &mut Change, input: RefuseSecondmentInput) -> Result<Uuid> {
    let Taken {
        row,
        mut changed,
        day,
    } = take(change, &input.secondment, input.version, input.on).await?;
    changed.decided_on = Set(Some(day));
    changed.refusal_reason = Set(Some(input.reason.0));
    Ok(change.update(&row, changed).await?.id)
}
