//! What an inspection body is connected to.

use inspectorate_entity::journal::platform_connection::PlatformKind;
use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::One,
};

/// An inspection body is connected to a system, for a time (信息化平台接入).
#[derive(Noun)]
#[noun(table = "platform_connection", plural = "platformConnections", reads = ReadPlatforms, visible = visible_to, order(-starts_on))]
pub struct PlatformConnection {
    /// The inspection body (巡视巡察机构).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The system (平台).
    #[noun(filter, order)]
    pub kind: PlatformKind,
    /// First day on which it is connected (接入日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on which it is connected; null while it is (断开日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
