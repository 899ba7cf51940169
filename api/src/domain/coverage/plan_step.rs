//! One step of a plan through its life cycle, for the verbs that take one.

use inspectorate_entity::coverage::{
    coverage_object,
    coverage_plan::{self, PlanKind, PlanStatus},
    plan_assignment, sector_block,
};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::plan_life_cycle::{PLAN, PlanFacts, SeenFrom};
use crate::{
    access::{change::Change, policy::Agency, viewer::Viewer},
    error::Result,
};

/// The state to which the verb at hand leads the plan, or what stands in the way.
pub async fn take(change: &Change, plan: &coverage_plan::Model) -> Result<PlanStatus> {
    let mut empty_blocks = 0;
    let objects = match plan.kind {
        PlanKind::FiveYear => {
            let listed = Condition::all()
                .add(coverage_object::Column::PlanId.eq(plan.id))
                .add(coverage_object::Column::WithdrawnOn.is_null());
            let listed = change.rows::<coverage_object::Entity>(listed).await?;
            let blocks = sector_block::Column::PlanId.eq(plan.id);
            let blocks = change.rows::<sector_block::Entity>(blocks).await?;
            let empty = blocks.iter().filter(|block| {
                !listed
                    .iter()
                    .any(|object| object.block_id == Some(block.id))
            });
            empty_blocks = i64::try_from(empty.count()).unwrap_or(i64::MAX);
            listed.len()
        }
        PlanKind::Annual => {
            let placed = Condition::all()
                .add(plan_assignment::Column::AnnualPlanId.eq(plan.id))
                .add(plan_assignment::Column::SupersededOn.is_null());
            change.rows::<plan_assignment::Entity>(placed).await?.len()
        }
    };
    let facts = PlanFacts {
        kind: plan.kind,
        status: plan.status,
        printed: plan.printed_object_count,
        objects: i64::try_from(objects).unwrap_or(i64::MAX),
        empty_blocks,
        guidance: plan.guidance,
        seen_from: seen_from(change.viewer(), plan.dispatcher_id),
    };
    PLAN.take(change.action(), plan.status, &facts)
        .map_err(|error| match error.field {
            Some(_) => error,
            None => error.field("input.plan"),
        })
}

/// Where `viewer` stands towards the plans of `dispatcher`. The superior inspection body stands above whomever it is registered for.
pub fn seen_from(viewer: &Viewer, dispatcher: Uuid) -> SeenFrom {
    if viewer.authority_id == dispatcher && viewer.agency != Agency::Superior {
        SeenFrom::Within
    } else {
        SeenFrom::Above
    }
}
