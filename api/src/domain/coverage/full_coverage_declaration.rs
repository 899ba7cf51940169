//! A declaration of full coverage.

use inspectorate_macros::Noun;

use super::{coverage_plan::CoveragePlan, term::Term};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A dispatching Party organization's declaration that a list, or one type of objects on it, is covered (实现全覆盖).
#[derive(Noun)]
#[noun(table = "full_coverage", plural = "fullCoverageDeclarations", reads = ReadCoverage, visible = visible_to, order(-declared_on))]
pub struct FullCoverageDeclaration {
    /// The five-year plan whose list is covered (规划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The term within which it was reached (届).
    #[noun(one = "term_id", filter)]
    pub term: One<Term>,
    /// The dispatching Party organization that declared it (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The type of objects that is covered, an entry of the code list `OBJECT_TYPE`; null when it is the whole list (对象类型).
    #[noun(filter, order)]
    pub object_type: Option<String>,
    /// Objects on the list, all covered, when it was declared; null when not recorded (对象数).
    pub object_count: Option<i32>,
    /// The day on which the last of them was covered (达成日期).
    #[noun(filter, order)]
    pub reached_on: Date,
    /// The day on which it was declared (宣布日期).
    #[noun(filter, order)]
    pub declared_on: Date,
    /// What was declared, in its own words; null when not recorded (表述).
    pub statement: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}
