//! A numbered round of inspections.

use inspectorate_macros::Noun;

use super::{coverage_record::CoverageRecord, plan_assignment::PlanAssignment, term::Term};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{organizations::organization::Organization, teams::team::Team},
    graphql::scalars::Date,
    read::{Many, One},
};

/// A numbered round of inspections within a term (轮次).
#[derive(Noun)]
#[noun(table = "round", plural = "rounds", reads = ReadCoverage, visible = visible_to, order(-starts_on))]
pub struct Round {
    /// The term in which it is counted (届).
    #[noun(one = "term_id", filter)]
    pub term: One<Term>,
    /// The dispatching Party organization that sends it (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its number within the term, from 1 (轮次序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// The calendar year that it counts for (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// First day of the window in which its teams are on site (进驻开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day of that window (进驻结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// The objects placed in it (安排对象).
    #[noun(many = "round_id", filter)]
    pub assignments: Many<PlanAssignment>,
    /// What was inspected in it (巡察记录).
    #[noun(many = "round_id", filter)]
    pub records: Many<CoverageRecord>,
    /// The teams that serve it (巡察组).
    #[noun(many = "round_id", filter)]
    pub teams: Many<Team>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
