//! Rename or move a sector block.

use inspectorate_entity::coverage::{coverage_plan, sector_block};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, ConnectionTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, sector_block::SectorBlock, term_of};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, text::Name},
    read::Sql,
};

/// What revising a sector block takes; what is left out stays as it is.
#[derive(Debug, Input)]
pub struct ReviseSectorBlockInput {
    /// The block (板块).
    pub block: GlobalId<SectorBlock>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What it is called; unique in the plan (名称).
    pub name: Option<Name>,
    /// Its place in the rotation, from 1; a block that stands there changes places with it (轮动次序).
    pub sequence: Option<i32>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Rename a sector block, or give it another place in the rotation (调整板块); the block of that place takes its own.
#[verb(SectorBlock)]
pub async fn revise_sector_block(
    change: &mut Change,
    input: ReviseSectorBlockInput,
) -> Result<Uuid> {
    let block = change
        .subject::<sector_block::Entity, _>("block", &input.block, input.version)
        .await?;
    gates::own(change.viewer(), block.dispatcher_id, "input.block")?;
    let plans = change
        .rows::<coverage_plan::Entity>(coverage_plan::Column::Id.eq(block.plan_id))
        .await?;
    if let Some(plan) = plans.first() {
        let term = term_of::term(change, plan.term_id).await?;
        gates::term_not_closed(&term, "input.block")?;
    }
    let others = change
        .rows::<sector_block::Entity>(sector_block::Column::PlanId.eq(block.plan_id))
        .await?;
    let others: Vec<_> = others
        .into_iter()
        .filter(|one| one.id != block.id)
        .collect();
    let mut revised = block.clone().into_active_model();
    if let Some(name) = input.name {
        if others.iter().any(|other| other.name == name.0) {
            return Err(Error::conflict(
                "input.name",
                "The plan has a block with this name already: choose another.",
                "该规划已有同名板块，请另行填写。",
            ));
        }
        revised.name = Set(name.0);
    }
    if let Some(sequence) = input.sequence {
        gates::counts_from_one(sequence, "input.sequence")?;
        if let Some(other) = others.iter().find(|other| other.sequence == sequence) {
            step_aside(change, block.id).await?;
            let mut moved = other.clone().into_active_model();
            moved.sequence = Set(block.sequence);
            change.update(other, moved).await?;
        }
        revised.sequence = Set(sequence);
    }
    Ok(change.update(&block, revised).await?.id)
}

/// Leave the place for the block that comes there: for a moment both would stand in it.
#[expect(
    clippy::disallowed_methods,
    reason = "a place between two places that nobody is to see, not even in the history"
)]
async fn step_aside(change: &Change, block: Uuid) -> Result<()> {
    let mut sql = Sql::new(change.tx().get_database_backend());
    sql.push("UPDATE sector_block SET sequence = -sequence WHERE id = ")
        .bind(block);
    change.tx().execute_raw(sql.finish()).await?;
    Ok(())
}
