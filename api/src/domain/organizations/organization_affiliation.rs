//! Whose object an organization was, and when.

use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// For a time an organization is the object of a dispatcher (派出机关沿革).
#[derive(Noun)]
#[noun(table = "organization_affiliation", plural = "organizationAffiliations", reads = ReadOrganizations, visible = visible_to, order(-starts_on))]
pub struct OrganizationAffiliation {
    /// The object (巡视巡察对象).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The dispatcher; null when that is not visible to the viewer (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
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
