//! Tell the agencies of the mechanism the results of a round.

use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::round_step::{Asked, take};
use crate::{
    access::change::Change,
    domain::coverage::round::Round,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording the notice after a round takes.
#[derive(Debug, Input)]
pub struct NotifyRoundInput {
    /// The round (轮次).
    pub round: GlobalId<Round>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that the agencies of the mechanism were told the results of a round (巡后情况通报).
#[verb(Round)]
pub async fn notify_round(change: &mut Change, input: NotifyRoundInput) -> Result<Uuid> {
    let asked = Asked {
        round: &input.round,
        version: input.version,
        on: input.on,
    };
    let (round, _) = take(change, asked, |_, _| {}).await?;
    Ok(round.id)
}
