//! What a superior said about a plan.

use inspectorate_entity::plans::plan_review::ReviewOutcome;
use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{coverage::coverage_plan::CoveragePlan, organizations::organization::Organization},
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A superior's review of a plan below it (上级对规划、计划的指导督促).
#[derive(Noun)]
#[noun(table = "plan_review", plural = "planReviews", reads = ReadPlanReviews, visible = visible_to, order(-reviewed_on))]
pub struct PlanReview {
    /// The plan (规划、计划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The dispatching Party organization whose plan it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The superior authority in whose name it was reviewed; null when it is not visible to the viewer (上级机关).
    #[noun(one = "superior_id", filter)]
    pub superior: One<Organization>,
    /// The body that reviewed it; null when it is not visible to the viewer (审核机构).
    #[noun(one = "reviewer_id", filter)]
    pub reviewer: One<Organization>,
    /// What it came to (审核结论).
    #[noun(filter, order)]
    pub outcome: ReviewOutcome,
    /// How good the plan is, an entry of the code list `PLAN_QUALITY_GRADE`; null when it was not graded (质量等次).
    #[noun(filter, order)]
    pub grade: Option<String>,
    /// What is good, and what is to be improved (意见).
    pub comments: String,
    /// The day of the review (审核日期).
    #[noun(filter, order)]
    pub reviewed_on: Date,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Those who plan and their superiors, wherever the plan itself is visible.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}
