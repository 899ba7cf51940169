//! Announce a round.

use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    announcing,
    round_step::{Asked, take},
};
use crate::{
    access::change::Change,
    domain::coverage::round::Round,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What announcing a round takes.
#[derive(Debug, Input)]
pub struct AnnounceRoundInput {
    /// The round (轮次).
    pub round: GlobalId<Round>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Announce a round to its organizations (公告): each sees its inspection from now on, except a look-back.
#[verb(Round)]
pub async fn announce_round(change: &mut Change, input: AnnounceRoundInput) -> Result<Uuid> {
    let asked = Asked {
        round: &input.round,
        version: input.version,
        on: input.on,
    };
    let (round, day) = take(change, asked, |round, day| {
        round.announced_on = Set(Some(day));
    })
    .await?;
    announcing::round(change, round.id, day).await?;
    Ok(round.id)
}
