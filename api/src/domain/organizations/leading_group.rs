//! The leading group of a dispatcher.

use inspectorate_macros::Noun;

use super::{
    leading_group_member::LeadingGroupMember, leading_group_member_unit::LeadingGroupMemberUnit,
    organization::Organization,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::meetings::meeting::Meeting,
    graphql::scalars::Date,
    read::{Many, One},
};

/// The leading group for inspection work of a dispatcher, from its constitution to its dissolution (巡视巡察工作领导小组).
#[derive(Noun)]
#[noun(table = "leading_group", plural = "leadingGroups", reads = ReadLeadingGroups, visible = visible_to, order(-constituted_on))]
pub struct LeadingGroup {
    /// The dispatcher under which it stands (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The term for which it was constituted, as people call it (届).
    #[noun(filter, order)]
    pub term_label: String,
    /// Its first day (成立日期).
    #[noun(filter, order)]
    pub constituted_on: Date,
    /// Its last day; null while it stands (撤销日期).
    #[noun(filter, order)]
    pub dissolved_on: Option<Date>,
    /// Why it was dissolved; null while it stands (撤销原因).
    pub dissolution_reason: Option<String>,
    /// Its members, now and before (组成人员).
    #[noun(many = "leading_group_id", filter)]
    pub members: Many<LeadingGroupMember>,
    /// The units seated in it, now and before (成员单位).
    #[noun(many = "leading_group_id", filter)]
    pub member_units: Many<LeadingGroupMemberUnit>,
    /// The meetings that it held or prepares (领导小组会议).
    #[noun(many = "leading_group_id", filter)]
    pub meetings: Many<Meeting>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
