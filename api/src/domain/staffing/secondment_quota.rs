//! How many people a unit is to nominate for a round.

use inspectorate_macros::Noun;

use super::quota_standing::{nominated, overdue};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::measure::Measure,
    domain::{coverage::round::Round, organizations::organization::Organization},
    graphql::scalars::Date,
    read::One,
};

/// How many people a unit is to nominate for a round (选派任务); inspection office and organization department only.
#[derive(Noun)]
#[noun(table = "secondment_quota", plural = "secondmentQuotas", reads = ReadTalents, visible = visible_to, order(due_on))]
pub struct SecondmentQuota {
    /// The dispatcher for whose inspections people are nominated (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The unit that nominates; null when that is not visible to the viewer (派出单位).
    #[noun(one = "home_organization_id", filter)]
    pub home_organization: One<Organization>,
    /// The round (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// How many (选派人数).
    #[noun(filter, order)]
    pub number: i32,
    /// The last day for the nominations (推荐截止日期).
    #[noun(filter, order)]
    pub due_on: Date,
    /// How many the unit has nominated for the round up to a day, the refused left out; against the number. Null only together with an error (已推荐人数).
    #[noun(computed = nominated, needs(number: i32, due_on: Date), args(as_of: Option<Date> = "The last day of a counted nomination; today when left out. Not in the future."))]
    pub nominated: Option<Measure>,
    /// Whether the last day is over on a day and fewer were nominated until then. Null only together with an error (是否逾期未完成).
    #[noun(computed = overdue, needs(number: i32, due_on: Date), args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub is_overdue: Option<bool>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
