//! Take a sector block out of a round.

use inspectorate_entity::coverage::{round, round_block};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, round_block::RoundBlock, term_of};
use crate::{
    access::change::Change,
    blocks::gate::Gate,
    error::{Error, Result},
    graphql::node_id::GlobalId,
};

/// What taking a block out of a round takes.
#[derive(Debug, Input)]
pub struct ReleaseBlockFromRoundInput {
    /// The turn of the block (板块安排).
    pub turn: GlobalId<RoundBlock>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take a sector block out of a round (取消板块安排); that it had its turn there stays on record.
#[verb(RoundBlock)]
pub async fn release_block_from_round(
    change: &mut Change,
    input: ReleaseBlockFromRoundInput,
) -> Result<Uuid> {
    let turn = change
        .subject::<round_block::Entity, _>("turn", &input.turn, input.version)
        .await?;
    gates::own(change.viewer(), turn.dispatcher_id, "input.turn")?;
    if let Some(day) = turn.released_on {
        return Err(Error::gate(
            Gate::AlreadyEnded,
            format!("The block was taken out of the round on {day}."),
            format!("该板块已于 {day} 取消安排。"),
        )
        .field("input.turn"));
    }
    let rounds = change
        .rows::<round::Entity>(round::Column::Id.eq(turn.round_id))
        .await?;
    if let Some(round) = rounds.first() {
        let term = term_of::term(change, round.term_id).await?;
        gates::term_not_closed(&term, "input.turn")?;
    }
    let mut released = turn.clone().into_active_model();
    released.released_on = Set(Some(change.today()));
    Ok(change.update(&turn, released).await?.id)
}
