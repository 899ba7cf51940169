//! A person who sits in a leading group.

use inspectorate_entity::organizations::leading_group_member::LeadingGroupPost;
use inspectorate_macros::Noun;

use super::{leading_group::LeadingGroup, person::Person};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A seat in a leading group, from when until when (领导小组组成人员).
#[derive(Noun)]
#[noun(table = "leading_group_member", plural = "leadingGroupMembers", reads = ReadLeadingGroups, visible = visible_to, order(-starts_on))]
pub struct LeadingGroupMember {
    /// The group (领导小组).
    #[noun(one = "leading_group_id", filter)]
    pub leading_group: One<LeadingGroup>,
    /// The person; null when not visible to the viewer (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The post in the group (职务).
    #[noun(filter, order)]
    pub post: LeadingGroupPost,
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
