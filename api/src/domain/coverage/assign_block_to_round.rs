//! Give a sector block its turn in a round.

use inspectorate_entity::coverage::{
    coverage_object, coverage_plan, round, round_block, sector_block,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{gates, round::Round, round_block::RoundBlock, sector_block::SectorBlock, term_of};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, text::Paragraph},
};

/// What giving a block its turn takes.
#[derive(Debug, Input)]
pub struct AssignBlockToRoundInput {
    /// The round (轮次).
    pub round: GlobalId<Round>,
    /// The block, of the plan of the same term (板块).
    pub block: GlobalId<SectorBlock>,
    /// Why the order of the blocks is broken; needed when it is (打乱次序的理由).
    pub reason: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Give a sector block its turn in a round (安排板块轮动); blocks take turns in the order of their places, or the reason is given.
/// A round that has blocks takes objects of other blocks with a reason only.
#[verb(RoundBlock)]
pub async fn assign_block_to_round(
    change: &mut Change,
    input: AssignBlockToRoundInput,
) -> Result<Uuid> {
    let round = change
        .related::<round::Entity, _>("round", &input.round)
        .await?;
    let block = change
        .related_alone::<sector_block::Entity, _>("block", &input.block)
        .await?;
    gates::own(change.viewer(), round.dispatcher_id, "input.round")?;
    gates::own(change.viewer(), block.dispatcher_id, "input.block")?;
    let term = term_of::term(change, round.term_id).await?;
    gates::term_lasts(&term, change.today(), "input.round")?;
    let plans = change
        .rows::<coverage_plan::Entity>(coverage_plan::Column::Id.eq(block.plan_id))
        .await?;
    let of_term = plans.first().map_or(round.term_id, |plan| plan.term_id);
    gates::round_fits((round.term_id, round.year), of_term, round.year)?;
    let on_list = Condition::all()
        .add(coverage_object::Column::BlockId.eq(block.id))
        .add(coverage_object::Column::WithdrawnOn.is_null());
    let objects = change.rows::<coverage_object::Entity>(on_list).await?;
    gates::block_has_objects(objects.len())?;
    let turns = turns(change, block.plan_id).await?;
    if turns.contains(&(block.sequence, round.ordinal)) {
        return Err(Error::conflict(
            "input.block",
            "The block has its turn in this round already.",
            "该板块已安排在本轮次。",
        ));
    }
    let others: Vec<_> = turns
        .into_iter()
        .filter(|(place, _)| *place != block.sequence)
        .collect();
    let place = (block.sequence, round.ordinal);
    let broken = gates::blocks_take_turns(place, &others, input.reason.is_some())?;
    let turn = change
        .insert(round_block::ActiveModel {
            round_id: Set(round.id),
            block_id: Set(block.id),
            dispatcher_id: Set(block.dispatcher_id),
            reason: Set(input.reason.filter(|_| broken).map(|reason| reason.0)),
            assigned_on: Set(change.today()),
            released_on: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(turn.id)
}

/// The place of each block of `plan` that has a turn, with the number of its round.
async fn turns(change: &Change, plan: Uuid) -> Result<Vec<(i32, i32)>> {
    let blocks = change
        .rows::<sector_block::Entity>(sector_block::Column::PlanId.eq(plan))
        .await?;
    let holding = Condition::all()
        .add(round_block::Column::BlockId.is_in(blocks.iter().map(|block| block.id)))
        .add(round_block::Column::ReleasedOn.is_null());
    let turns = change.rows::<round_block::Entity>(holding).await?;
    let rounds = round::Column::Id.is_in(turns.iter().map(|turn| turn.round_id));
    let rounds = change.rows::<round::Entity>(rounds).await?;
    let found = turns.iter().filter_map(|turn| {
        let block = blocks.iter().find(|block| block.id == turn.block_id)?;
        let round = rounds.iter().find(|round| round.id == turn.round_id)?;
        Some((block.sequence, round.ordinal))
    });
    Ok(found.collect())
}
