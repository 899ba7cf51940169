//! Record the mobilization meeting of a round.

use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::round_step::{Asked, take};
use crate::{
    access::change::Change,
    domain::coverage::round::Round,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording the mobilization meeting takes.
#[derive(Debug, Input)]
pub struct MobilizeRoundInput {
    /// The round (轮次).
    pub round: GlobalId<Round>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that the mobilization meeting of a round was held (动员部署会).
#[verb(Round)]
pub async fn mobilize_round(change: &mut Change, input: MobilizeRoundInput) -> Result<Uuid> {
    let asked = Asked {
        round: &input.round,
        version: input.version,
        on: input.on,
    };
    let (round, _) = take(change, asked, |_, _| {}).await?;
    Ok(round.id)
}
