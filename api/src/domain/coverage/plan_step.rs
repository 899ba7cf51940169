//! One step of a plan through its life cycle, for the verbs that take one.

use inspectorate_entity::coverage::{
    coverage_object,
    coverage_plan::{self, PlanKind, PlanStatus},
    plan_assignment,
};
use sea_orm::{ColumnTrait, Condition};

use super::{
    gates,
    plan_life_cycle::{PLAN, PlanFacts},
};
use crate::{access::change::Change, error::Result};

/// The state to which the verb at hand leads the plan, or what stands in the way.
pub async fn take(change: &Change, plan: &coverage_plan::Model) -> Result<PlanStatus> {
    gates::own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    let objects = match plan.kind {
        PlanKind::FiveYear => {
            let listed = Condition::all()
                .add(coverage_object::Column::PlanId.eq(plan.id))
                .add(coverage_object::Column::WithdrawnOn.is_null());
            change.rows::<coverage_object::Entity>(listed).await?.len()
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
        printed: plan.printed_object_count,
        objects: i64::try_from(objects).unwrap_or(i64::MAX),
    };
    PLAN.take(change.action(), plan.status, &facts)
        .map_err(|error| match error.field {
            Some(_) => error,
            None => error.field("input.plan"),
        })
}
