//! A target of a plan for a period.

use inspectorate_entity::plans::plan_target::TargetIndicator;
use inspectorate_macros::Noun;

use super::target_progress::{TargetProgress, progress};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{coverage::coverage_plan::CoveragePlan, organizations::organization::Organization},
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A target of a plan, for its whole time or for one year, with what the period is about (不同时期目标任务和工作重点).
#[derive(Noun)]
#[noun(table = "plan_target", plural = "planTargets", reads = ReadCoverage, visible = visible_to, order(year, indicator))]
pub struct PlanTarget {
    /// The plan (规划、计划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The dispatching Party organization whose plan it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// What is counted (目标指标).
    #[noun(filter, order)]
    pub indicator: TargetIndicator,
    /// The calendar year that it is for; null when it is for the whole time of the plan (年度).
    #[noun(filter, order)]
    pub year: Option<i32>,
    /// How many, or how many per cent (目标值).
    #[noun(filter, order)]
    pub target: i32,
    /// What the work of the period is about; null when it was not said (工作重点).
    pub focus: Option<String>,
    /// What was reached on one day (完成情况).
    #[noun(computed = progress, needs(indicator: TargetIndicator, year: i32, target: i32), ids(plan_id), args(as_of: Option<Date> = "The day on which it is taken; today, or the last day of the year that the target is for, when left out. Not in the future."))]
    pub progress: TargetProgress,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever may see the plan sees what it aims at.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}
