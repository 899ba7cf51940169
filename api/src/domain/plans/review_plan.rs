//! Review the plan of a dispatcher below.

use inspectorate_entity::{
    coverage::coverage_plan::{self, PlanGuidance},
    plans::plan_review::{self, ReviewOutcome},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, plan_review::PlanReview};
use crate::{
    access::change::Change,
    domain::coverage::{
        coverage_plan::CoveragePlan,
        gates::{day_done, not_before},
        listing, plan_step,
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Paragraph},
    },
};

/// What reviewing a plan takes.
#[derive(Debug, Input)]
pub struct ReviewPlanInput {
    /// The plan of a dispatcher below (下级规划、计划).
    pub plan: GlobalId<CoveragePlan>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What the review comes to (审核结论).
    pub outcome: Coded<ReviewOutcome>,
    /// How good the plan is, a code of your list `PLAN_QUALITY_GRADE`; leave it out when you do not grade (质量等次).
    pub grade: Option<Code>,
    /// What is good, and what is to be improved (意见).
    pub comments: Paragraph,
    /// The day of the review, not in the future; today when left out (审核日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Review the plan of a dispatcher below (指导督促下级制定规划、计划): return it for revision or confirm it. A returned plan is
/// handed in again before it is approved; a plan sent out already stays so, and the review with it.
#[verb(PlanReview)]
pub async fn review_plan(change: &mut Change, input: ReviewPlanInput) -> Result<Uuid> {
    let plan = change
        .subject::<coverage_plan::Entity, _>("plan", &input.plan, input.version)
        .await?;
    plan_step::take(change, &plan).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    if let Some(handed_in) = plan.submitted_on {
        not_before(day, handed_in, "input.on")?;
    }
    if let Some(grade) = &input.grade {
        let grades = listing::codes(change, "PLAN_QUALITY_GRADE").await?;
        gates::grade_is_known(&grades, &grade.0)?;
    }
    let review = change
        .insert(plan_review::ActiveModel {
            plan_id: Set(plan.id),
            dispatcher_id: Set(plan.dispatcher_id),
            superior_id: Set(change.viewer().authority_id),
            reviewer_id: Set(change.viewer().organization_id),
            outcome: Set(input.outcome.0),
            grade: Set(input.grade.map(|grade| grade.0)),
            comments: Set(input.comments.0),
            reviewed_on: Set(day),
            ..Default::default()
        })
        .await?;
    let mut guided = plan.clone().into_active_model();
    guided.guidance = Set(match input.outcome.0 {
        ReviewOutcome::Returned => PlanGuidance::Returned,
        ReviewOutcome::Confirmed => PlanGuidance::Confirmed,
    });
    change.update(&plan, guided).await?;
    Ok(review.id)
}
