//! An organization of the tree.

use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    read::{Many, One},
};

/// A Party organization, its organs and the units under it (党组织、机关、单位).
#[derive(Noun)]
#[noun(table = "organization", plural = "organizations", reads = ReadOrganizations, visible = visible_to, order(code))]
pub struct Organization {
    /// The code that people quote; unique (编码).
    #[noun(filter, order)]
    pub code: String,
    /// Its full name now (名称).
    #[noun(filter, order)]
    pub name: String,
    /// The organization that it stands under in the tree; null at the root or when that is not visible to the viewer (上级).
    #[noun(one = "parent_id", filter)]
    pub parent: One<Organization>,
    /// The organizations directly under it (下级).
    #[noun(many = "parent_id", filter)]
    pub children: Many<Organization>,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::JurisdictionPath("path")
}
