//! What a plan rests on.

use inspectorate_entity::plans::plan_basis::BasisKind;
use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{coverage::coverage_plan::CoveragePlan, organizations::organization::Organization},
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// What a plan rests on: a clause of a planning document that speaks of inspection, or the central task with which inspection is
/// planned, deployed and advanced (规划依据，一体谋划、一体部署、一体推进).
#[derive(Noun)]
#[noun(table = "plan_basis", plural = "planBases", reads = ReadCoverage, visible = visible_to, order(kind, title))]
pub struct PlanBasis {
    /// The plan (规划、计划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The dispatching Party organization whose plan it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// What kind of thing it is (依据种类).
    #[noun(filter, order)]
    pub kind: BasisKind,
    /// What the document or task is called (名称).
    #[noun(filter, order)]
    pub title: String,
    /// Who issued it; null when not recorded (制发机关).
    #[noun(filter, order)]
    pub issuer: Option<String>,
    /// Number of the document; null when it has none (文号).
    #[noun(filter)]
    pub document_number: Option<String>,
    /// What it says about inspection, in its own words (条款内容).
    pub clause: String,
    /// The day of the document; null when not recorded (成文日期).
    #[noun(filter, order)]
    pub dated_on: Option<Date>,
    /// The day from which the plan rests on it no more; null while it does (取消日期).
    #[noun(filter, order)]
    pub dropped_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever may see the plan sees what it rests on.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}
