//! Add a sector block to a plan.

use inspectorate_entity::coverage::{coverage_plan, sector_block};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{coverage_plan::CoveragePlan, gates, sector_block::SectorBlock, term_of};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, text::Name},
};

/// What adding a sector block takes.
#[derive(Debug, Input)]
pub struct AddSectorBlockInput {
    /// The five-year plan (五年规划).
    pub plan: GlobalId<CoveragePlan>,
    /// What it is called; unique in the plan (名称).
    pub name: Name,
    /// Its place in the rotation, from 1; unique in the plan (轮动次序).
    pub sequence: i32,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Add a sector block (板块) to a five-year plan; blocks are inspected in the order of their places.
#[verb(SectorBlock)]
pub async fn add_sector_block(change: &mut Change, input: AddSectorBlockInput) -> Result<Uuid> {
    let plan = change
        .related::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    gates::own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    gates::is_five_year_plan(plan.kind, "input.plan")?;
    let term = term_of::term(change, plan.term_id).await?;
    gates::term_not_closed(&term, "input.plan")?;
    gates::counts_from_one(input.sequence, "input.sequence")?;
    let others = change
        .rows::<sector_block::Entity>(sector_block::Column::PlanId.eq(plan.id))
        .await?;
    for (field, taken) in [
        (
            "input.name",
            others.iter().any(|other| other.name == input.name.0),
        ),
        (
            "input.sequence",
            others.iter().any(|other| other.sequence == input.sequence),
        ),
    ] {
        if taken {
            return Err(Error::conflict(
                field,
                "The plan has a block with this name or place already: choose another.",
                "该规划已有同名或同次序的板块，请另行填写。",
            ));
        }
    }
    let block = change
        .insert(sector_block::ActiveModel {
            plan_id: Set(plan.id),
            dispatcher_id: Set(plan.dispatcher_id),
            name: Set(input.name.0),
            sequence: Set(input.sequence),
            ..Default::default()
        })
        .await?;
    Ok(block.id)
}
