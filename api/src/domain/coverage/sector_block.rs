//! A sector block of a plan.

use inspectorate_macros::Noun;

use super::{
    coverage_object::CoverageObject, coverage_plan::CoveragePlan, round_block::RoundBlock,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    read::{Many, One, noun::Noun},
};

/// A block of a plan's objects from one sector; the blocks are inspected one after another (板块轮动).
#[derive(Noun)]
#[noun(table = "sector_block", plural = "sectorBlocks", reads = ReadCoverage, visible = visible_to, order(sequence))]
pub struct SectorBlock {
    /// The five-year plan that it divides (所属规划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The dispatching Party organization of the plan (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// Its place in the rotation, from 1 (轮动次序).
    #[noun(filter, order)]
    pub sequence: i32,
    /// The objects in it (对象).
    #[noun(many = "block_id", filter)]
    pub objects: Many<CoverageObject>,
    /// The rounds in which it has its turn (轮次安排).
    #[noun(many = "block_id", filter)]
    pub turns: Many<RoundBlock>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}
