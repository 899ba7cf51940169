//! What was observed of an organization that may speak for elevating its inspection.

use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::One,
};

/// What was observed of an organization on a day that may speak for elevating its inspection (提级参考指标). For those who plan at the
/// dispatcher that recorded it and above; a later observation of the same name stands in its place.
#[derive(Noun)]
#[noun(table = "elevation_indicator", plural = "elevationIndicators", reads = ReadElevationIndicators, visible = visible_to, order(-as_of, name))]
pub struct ElevationIndicator {
    /// The organization (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The dispatcher that recorded it (登记机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// For which reason it speaks, a code of the list `ELEVATION_REASON` (提级条件).
    #[noun(filter, order)]
    pub reason: String,
    /// What was observed (指标名称).
    #[noun(filter, order)]
    pub name: String,
    /// How much or how many, in `unit` (数值).
    #[noun(filter, order)]
    pub value: i32,
    /// What one of the value is (计量单位).
    pub unit: String,
    /// The last day that the value takes in (统计截止日期).
    #[noun(filter, order)]
    pub as_of: Date,
    /// Where the value stands, such as a yearbook or a ledger of petitions (数据来源).
    pub source: String,
    /// When it was found wrong and withdrawn; null while it stands (撤销日期).
    #[noun(filter, order)]
    pub withdrawn_on: Option<Date>,
    /// Why it was withdrawn; null while it stands (撤销原因).
    pub withdrawal_reason: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
