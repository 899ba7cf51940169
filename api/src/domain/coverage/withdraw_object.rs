//! Take an object off the list.

use inspectorate_entity::coverage::coverage_object;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject,
    gates,
    withdrawal::{Withdrawal, may_leave, withdraw},
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What taking an object off the list takes.
#[derive(Debug, Input)]
pub struct WithdrawObjectInput {
    /// The object (对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why it is taken off, such as a merger (调出理由).
    pub reason: Paragraph,
    /// By whose decision, such as a body and the number of its document; leave it out when not known (决定依据).
    pub decision: Option<Name>,
    /// The day from which it is off the list, not in the future; today when left out (调出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take an object off the list (调出对象), with the reason; what was inspected stays on record, its placement ends.
#[verb(CoverageObject)]
pub async fn withdraw_object(change: &mut Change, input: WithdrawObjectInput) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    may_leave(change, &object, day).await?;
    let how = Withdrawal {
        day,
        reason: input.reason.0,
        decision: input.decision.map(|decision| decision.0),
        merged_into: None,
    };
    withdraw(change, &object, how).await
}
