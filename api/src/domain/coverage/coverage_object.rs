//! An organization on an object list.

use inspectorate_entity::coverage::coverage_object::{LookBackSelection, Priority, RequiredMode};
use inspectorate_macros::Noun;

use super::{
    coverage_plan::CoveragePlan,
    coverage_record::CoverageRecord,
    next_round::{NextRound, next_round},
    object_standing::{ObjectStanding, standing},
    plan_assignment::PlanAssignment,
    sector_block::SectorBlock,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{Many, One, noun::Noun},
};

/// An organization on the object list of a five-year plan (全覆盖对象).
#[derive(Noun)]
#[noun(table = "coverage_object", plural = "coverageObjects", reads = ReadCoverage, visible = visible_to, order(listed_on))]
pub struct CoverageObject {
    /// The five-year plan on whose list it stands (所属规划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The dispatching Party organization of the plan (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The organization to be inspected (巡察对象).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Its sector block; null when it is in none (板块).
    #[noun(one = "block_id", filter)]
    pub block: One<SectorBlock>,
    /// Its type, an entry of the code list `OBJECT_TYPE` (对象类型).
    #[noun(filter, order)]
    pub object_type: String,
    /// Which inspections cover it (所需方式).
    #[noun(filter, order)]
    pub required_mode: RequiredMode,
    /// How early it is to be inspected (优先次序).
    #[noun(filter, order)]
    pub priority: Priority,
    /// Why it has this priority; null when no reason was given (优先理由).
    #[noun(reads = ReadPriorityReasons)]
    pub priority_reason: Option<String>,
    /// By whose decision it has this priority, such as a body and the number of its document; null when none was named (优先依据).
    #[noun(reads = ReadPriorityReasons)]
    pub priority_decision: Option<String>,
    /// Whether it is the first time that an organization of its type is inspected (首次纳入).
    #[noun(filter, order)]
    pub first_inclusion: bool,
    /// Whether it is inspected as a pilot (试点).
    #[noun(filter, order)]
    pub pilot: bool,
    /// The day from which it stands on the list (列入日期).
    #[noun(filter, order)]
    pub listed_on: Date,
    /// Why it was added after the plan was approved; null when it was on the list before (增列理由).
    pub listing_reason: Option<String>,
    /// By whose decision it was added; null when none was named (增列依据).
    pub listing_decision: Option<String>,
    /// The day on which it was taken off the list; null while it stands on it (调出日期).
    #[noun(filter, order)]
    pub withdrawn_on: Option<Date>,
    /// Why it was taken off the list; null while it stands on it (调出理由).
    pub withdrawal_reason: Option<String>,
    /// By whose decision it was taken off the list; null when none was named (调出依据).
    pub withdrawal_decision: Option<String>,
    /// The object of the same list that took it over; null when it was not merged (并入对象).
    #[noun(one = "merged_into_id", filter)]
    pub merged_into: One<CoverageObject>,
    /// The objects that were merged into it (被并入的对象).
    #[noun(many = "merged_into_id", filter)]
    pub merged: Many<CoverageObject>,
    /// Whether its organization has ended while it stands on the list, so that it has to be withdrawn or merged (单位已撤并待处理).
    #[noun(filter, order)]
    pub organization_ended: bool,
    /// When a look-back is planned, so that it comes unannounced; null when none is (计划回头看日期).
    #[noun(reads = ReadLookBackDates)]
    pub planned_look_back_on: Option<Date>,
    /// How it was selected for the planned look-back, told to those alone who may read its day; null when none is planned, or it was
    /// not recorded (回头看抽取方式).
    #[noun(filter, order, reads = ReadLookBackDates)]
    pub look_back_selection: Option<LookBackSelection>,
    /// Why it was selected for the planned look-back, told to those alone who may read its day; null when none is planned, or no reason
    /// was given, as one drawn by lot needs none (回头看选取理由).
    #[noun(reads = ReadLookBackDates)]
    pub look_back_reason: Option<String>,
    /// Its placements in years and rounds, superseded ones included (安排记录).
    #[noun(many = "object_id", filter)]
    pub assignments: Many<PlanAssignment>,
    /// The round in which it is inspected next; null when it is placed in none, or that inspection has begun (下一轮次).
    #[noun(computed = next_round)]
    pub next_round: Option<NextRound>,
    /// Its inspections in this term (巡察记录).
    #[noun(many = "object_id", filter)]
    pub records: Many<CoverageRecord>,
    /// Its latest inspection in this term; null when there was none (最近一次巡察).
    #[noun(first = "object_id", by(-started_on))]
    pub last_coverage: One<CoverageRecord>,
    /// How far it has come on one day (覆盖情况).
    #[noun(computed = standing, args(as_of: Option<Date> = "The day asked about; today when left out. Not in the future."))]
    pub standing: ObjectStanding,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}
