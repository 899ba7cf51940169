//! Which agency an organization acts as.

use inspectorate_entity::organizations::agency_registration::Agency;
use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// An organization acts as an agency in the jurisdiction of an authority, for a time (机关登记).
#[derive(Noun)]
#[noun(table = "agency_registration", plural = "agencyRegistrations", reads = ReadOrganizations, visible = visible_to, order(-starts_on))]
pub struct AgencyRegistration {
    /// The organization that acts (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The agency that it acts as (机关).
    #[noun(filter, order)]
    pub agency: Agency,
    /// The authority: everything at or below it is in the jurisdiction; null when not visible to the viewer (所属辖区).
    #[noun(one = "authority_id", filter)]
    pub authority: One<Organization>,
    /// The sector for which it is competent; null for all (主管领域).
    #[noun(filter)]
    pub sector_code: Option<String>,
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
