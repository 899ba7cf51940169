//! An object's place in a year and round.

use inspectorate_macros::Noun;

use super::{coverage_object::CoverageObject, coverage_plan::CoveragePlan, round::Round};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// The placement of an object in a year, an annual plan and a round, until another placement takes its place (排入年度、轮次).
#[derive(Noun)]
#[noun(table = "plan_assignment", plural = "planAssignments", reads = ReadCoverage, visible = visible_to, order(-assigned_on))]
pub struct PlanAssignment {
    /// The object that is placed (对象).
    #[noun(one = "object_id", filter)]
    pub object: One<CoverageObject>,
    /// The dispatching Party organization of the plan (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The annual plan that carries it out; null while the year has none (年度计划).
    #[noun(one = "annual_plan_id", filter)]
    pub annual_plan: One<CoveragePlan>,
    /// The calendar year (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// The round; null while only the year is fixed (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// The day from which it holds (安排日期).
    #[noun(filter, order)]
    pub assigned_on: Date,
    /// The day from which another placement holds; null while this one does (调整日期).
    #[noun(filter, order)]
    pub superseded_on: Option<Date>,
    /// Why the object was moved here; null for its first placement (调整理由).
    pub reason: Option<String>,
    /// Why the object was taken out without another placement; null when another took its place or this one holds (取消理由).
    pub superseded_reason: Option<String>,
    /// Whether the round has other blocks than that of the object, so that a reason was needed (打乱轮动).
    #[noun(filter)]
    pub out_of_rotation: bool,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever may not see the annual plan does not see whom it names.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::Through("object_id", || CoverageObject::DEF),
        Visible::Either(vec![
            Visible::Empty("annual_plan_id"),
            Visible::Through("annual_plan_id", || CoveragePlan::DEF),
        ]),
    ])
}
