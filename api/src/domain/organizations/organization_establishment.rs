//! The establishment of an inspection body.

use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// What an inspection body is given for a time: standard, posts, staff (机构编制).
#[derive(Noun)]
#[noun(table = "organization_establishment", plural = "organizationEstablishments", reads = ReadInspectionBodies, visible = visible_to, order(-starts_on))]
pub struct OrganizationEstablishment {
    /// The body (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The standard to which it is built, such as that of a working organ of the Party committee; null when not recorded (机构标准).
    #[noun(filter)]
    pub institution_standard: Option<String>,
    /// Posts approved; null when not recorded (编制数).
    #[noun(filter, order)]
    pub posts: Option<i32>,
    /// Full-time staff; null when not recorded (专职人员数).
    #[noun(filter, order)]
    pub full_time_staff: Option<i32>,
    /// The body that approved it; null when not recorded (批准机关).
    #[noun(filter)]
    pub approved_by: Option<String>,
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
