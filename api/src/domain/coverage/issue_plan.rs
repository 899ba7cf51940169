//! Send a plan out.

use inspectorate_entity::coverage::coverage_plan;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coverage_plan::CoveragePlan, gates, plan_step::take};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Code},
};

/// What sending out a plan takes.
#[derive(Debug, Input)]
pub struct IssuePlanInput {
    /// The plan (规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Number of the document; leave it out when it has none (文号).
    pub document_number: Option<Code>,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Send an approved plan out (制发规划); from then on the agencies see it.
#[verb(CoveragePlan)]
pub async fn issue_plan(change: &mut Change, input: IssuePlanInput) -> Result<Uuid> {
    let plan = change
        .subject::<coverage_plan::Entity, _>("plan", &input.plan, input.version)
        .await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let status = take(change, &plan).await?;
    let mut changed = plan.clone().into_active_model();
    changed.status = Set(status);
    changed.issued_on = Set(Some(day));
    changed.document_number = Set(input.document_number.map(|number| number.0));
    Ok(change.update(&plan, changed).await?.id)
}
