//! What ties two organizations beside the tree.

use inspectorate_entity::organizations::organization_relation::OrganizationRelationKind;
use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A dated tie of an organization to another, or to a further name (机构关系).
#[derive(Noun)]
#[noun(table = "organization_relation", plural = "organizationRelations", reads = ReadOrganizations, visible = visible_to, order(-starts_on))]
pub struct OrganizationRelation {
    /// The organization of which it is said (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The other organization; null for a nameplate that is only a name, or when that is not visible to the viewer (相关单位).
    #[noun(one = "related_id", filter)]
    pub related: One<Organization>,
    /// The kind of tie (关系种类).
    #[noun(filter, order)]
    pub kind: OrganizationRelationKind,
    /// The further name; null unless a nameplate was added (加挂的牌子).
    #[noun(filter)]
    pub nameplate: Option<String>,
    /// The body that approved it; null when not recorded (批准机关).
    #[noun(filter)]
    pub approved_by: Option<String>,
    /// What else is known; null when nothing (备注).
    pub note: Option<String>,
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
