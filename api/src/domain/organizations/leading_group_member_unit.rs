//! A unit that is seated in a leading group.

use inspectorate_macros::Noun;

use super::{leading_group::LeadingGroup, organization::Organization};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A unit is seated in a leading group, from when until when (成员单位).
#[derive(Noun)]
#[noun(table = "leading_group_member_unit", plural = "leadingGroupMemberUnits", reads = ReadLeadingGroups, visible = visible_to, order(-starts_on))]
pub struct LeadingGroupMemberUnit {
    /// The group (领导小组).
    #[noun(one = "leading_group_id", filter)]
    pub leading_group: One<LeadingGroup>,
    /// The unit; null when not visible to the viewer (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
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
    Visible::Jurisdiction("dispatcher_id")
}
