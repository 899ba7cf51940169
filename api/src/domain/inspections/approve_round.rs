//! Approve a round.

use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::round_step::{Asked, take};
use crate::{
    access::change::Change,
    domain::{coverage::round::Round, processes::binding},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What approving a round takes.
#[derive(Debug, Input)]
pub struct ApproveRoundInput {
    /// The round (轮次).
    pub round: GlobalId<Round>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Approve a round (部署): its inspections can be approved from now on, and the rules, the process and the focus templates in force
/// on that day are bound to it.
#[verb(Round)]
pub async fn approve_round(change: &mut Change, input: ApproveRoundInput) -> Result<Uuid> {
    let asked = Asked {
        round: &input.round,
        version: input.version,
        on: input.on,
    };
    let (round, day) = take(change, asked, |_, _| {}).await?;
    binding::of_round(change, &round, day).await?;
    Ok(round.id)
}
