//! One of the three looks at an annual plan.

use inspectorate_entity::plans::plan_checkpoint::{CheckpointKind, CheckpointStatus};
use inspectorate_macros::Noun;

use super::{checkpoint_actions::available_actions, checkpoint_figures::figures};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coverage::{coverage_plan::CoveragePlan, ledger_line::LedgerLine},
        organizations::organization::Organization,
    },
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// One of the three fixed looks at an annual plan: the plan at the start, the check in the middle, the summary at the end of the year
/// (年初有计划、年中有检查、年末有总结).
#[derive(Noun)]
#[noun(table = "plan_checkpoint", plural = "planCheckpoints", reads = ReadCoverage, visible = visible_to, order(due_on))]
pub struct PlanCheckpoint {
    /// The annual plan (年度计划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The dispatching Party organization whose plan it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Which of the three it is (节点种类).
    #[noun(filter, order)]
    pub kind: CheckpointKind,
    /// Whether it was held; a checkpoint that is still awaited after its day is missing (节点状态).
    #[noun(filter, order)]
    pub status: CheckpointStatus,
    /// The last day in time (应完成日期).
    #[noun(filter, order)]
    pub due_on: Date,
    /// The day on which it was held; null until then (完成日期).
    #[noun(filter, order)]
    pub held_on: Option<Date>,
    /// What it came to; null until it is held (结果).
    pub result: Option<String>,
    /// Where the submitted file is kept, such as its number or its place in the archive; null when none was submitted (报送材料).
    pub file_reference: Option<String>,
    /// The last day that the figures of the file take in; null when it has none (数据截止日期).
    #[noun(filter, order)]
    pub figures_as_of: Option<Date>,
    /// The coverage of what was placed in the plan on that day, as recorded now, counted by the settings of that day; null when it has no such day (截止数据).
    #[noun(computed = figures, needs(figures_as_of: Date), ids(plan_id))]
    pub figures: Option<LedgerLine>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(kind: CheckpointKind, status: CheckpointStatus))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever may see the plan sees how its year goes.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}
