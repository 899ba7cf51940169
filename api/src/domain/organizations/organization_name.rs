//! A former name of an organization.

use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A name that an organization had before (曾用名).
#[derive(Noun)]
#[noun(table = "organization_name", plural = "organizationNames", reads = ReadOrganizations, visible = visible_to, order(-ends_on))]
pub struct OrganizationName {
    /// The organization whose name it was (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The full name in that time (名称).
    #[noun(filter, order)]
    pub name: String,
    /// The short name in that time; null when it had none (简称).
    #[noun(filter)]
    pub short_name: Option<String>,
    /// First day of the name; null when not recorded (启用日期).
    #[noun(filter, order)]
    pub starts_on: Option<Date>,
    /// Last day of the name (停用日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
