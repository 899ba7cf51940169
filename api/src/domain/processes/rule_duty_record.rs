//! A duty was done once.

use inspectorate_macros::Noun;

use super::rule_duty::RuleDuty;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// What a rule asks for was done once (定期工作完成记录).
#[derive(Noun)]
#[noun(table = "rule_duty_record", plural = "ruleDutyRecords", reads = ReadRules, visible = visible_to, order(-done_on))]
pub struct RuleDutyRecord {
    /// What had to be done (定期工作).
    #[noun(one = "duty_id", filter)]
    pub duty: One<RuleDuty>,
    /// When it was done (完成日期).
    #[noun(filter, order)]
    pub done_on: Date,
    /// What came of it; null when nothing was written (结果).
    pub result: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Those of one's own place; whoever works below a superior's rule does not see how the superior keeps it.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::Through("duty_id", || RuleDuty::DEF),
        Visible::Jurisdiction("dispatcher_id"),
    ])
}
