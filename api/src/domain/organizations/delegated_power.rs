//! A power granted to an inspection body.

use inspectorate_entity::organizations::delegated_power::PowerKind;
use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A power over people, money or property granted to a body for a time (人财物管理权限).
#[derive(Noun)]
#[noun(table = "delegated_power", plural = "delegatedPowers", reads = ReadInspectionBodies, visible = visible_to, order(-starts_on))]
pub struct DelegatedPower {
    /// The body that may use it (被授权单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// What it is over (权限种类).
    #[noun(filter, order)]
    pub kind: PowerKind,
    /// How far it goes (权限范围).
    #[noun(filter)]
    pub scope: String,
    /// The body that granted it; null when that is not visible to the viewer (授权单位).
    #[noun(one = "granted_by_id", filter)]
    pub granted_by: One<Organization>,
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
