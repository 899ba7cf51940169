//! How an inspection body is run.

use inspectorate_entity::organizations::management_arrangement::ManagementMode;
use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// The mode in which an inspection body is run for a time (管理模式).
#[derive(Noun)]
#[noun(table = "management_arrangement", plural = "managementArrangements", reads = ReadInspectionBodies, visible = visible_to, order(-starts_on))]
pub struct ManagementArrangement {
    /// The body (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The mode (模式).
    #[noun(filter, order)]
    pub mode: ManagementMode,
    /// The superior body that recognized and promoted it; null when none did or that is not visible to the viewer (认可单位).
    #[noun(one = "recognized_by_id", filter)]
    pub recognized_by: One<Organization>,
    /// The text that names it; null when not recorded (出处).
    pub source: Option<String>,
    /// First day on which it holds (起始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
