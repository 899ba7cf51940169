//! Hand a plan to the superior.

use inspectorate_entity::coverage::coverage_plan::{self, PlanGuidance};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coverage_plan::CoveragePlan, gates, plan_step::take};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What handing in a plan takes.
#[derive(Debug, Input)]
pub struct SubmitPlanInput {
    /// The plan (规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Hand a drafted plan to the superior inspection body (报送上级), which sees it from then on; one that was returned is handed in
/// again, for a new review.
#[verb(CoveragePlan)]
pub async fn submit_plan(change: &mut Change, input: SubmitPlanInput) -> Result<Uuid> {
    let plan = change
        .subject::<coverage_plan::Entity, _>("plan", &input.plan, input.version)
        .await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let status = take(change, &plan).await?;
    let mut changed = plan.clone().into_active_model();
    changed.status = Set(status);
    changed.submitted_on = Set(Some(day));
    changed.guidance = Set(PlanGuidance::NotReviewed);
    Ok(change.update(&plan, changed).await?.id)
}
