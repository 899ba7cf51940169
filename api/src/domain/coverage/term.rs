//! A term of office, in which coverage is counted.

use inspectorate_macros::Noun;

use super::{
    coverage_plan::CoveragePlan,
    coverage_record::CoverageRecord,
    full_coverage_declaration::FullCoverageDeclaration,
    round::Round,
    round_figures::{RoundFigures, round_figures},
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{Many, One},
};

/// A term of office of a dispatching Party organization (届、任期); every object is to be inspected at least once within it.
#[derive(Noun)]
#[noun(table = "term", plural = "terms", reads = ReadCoverage, visible = visible_to, order(-starts_on))]
pub struct Term {
    /// The dispatching Party organization whose term it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The ordinal of the committee: 8 for the eighth committee (届次).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What people call it (名称).
    #[noun(filter, order)]
    pub name: String,
    /// Its first day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day (结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// The day from which nothing is listed, scheduled or inspected in it any more; null while it is open (办结日期).
    #[noun(filter, order)]
    pub closed_on: Option<Date>,
    /// Why objects were left uncovered when it was closed; null when none were, or it is open (未覆盖理由).
    pub closing_statement: Option<String>,
    /// The five-year plan and the annual plans of the term (规划、计划).
    #[noun(many = "term_id", filter)]
    pub plans: Many<CoveragePlan>,
    /// Its rounds (轮次).
    #[noun(many = "term_id", filter)]
    pub rounds: Many<Round>,
    /// What was done in the rounds of these numbers together (第几轮至第几轮统计).
    #[noun(computed = round_figures, needs(name: String), args(first: i32 = "Number of the first round, from 1.", last: i32 = "Number of the last round.", as_of: Option<Date> = "The last day that the figures take in; today when left out. Not in the future."))]
    pub round_figures: RoundFigures,
    /// What was inspected in it (巡察记录).
    #[noun(many = "term_id", filter)]
    pub records: Many<CoverageRecord>,
    /// Declarations that everything was covered (全覆盖宣布).
    #[noun(many = "term_id", filter)]
    pub declarations: Many<FullCoverageDeclaration>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
