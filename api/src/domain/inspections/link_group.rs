//! Inspections that act together.

use inspectorate_entity::inspections::link_group::LinkKind;
use inspectorate_macros::Noun;

use super::inspection::Inspection;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{
        organizations::organization::Organization,
        superiors::superior_inspection::SuperiorInspection,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// Inspections that act together at the same time: of one matter on several levels, or of one sector block (联动巡察).
#[derive(Noun)]
#[noun(table = "link_group", plural = "linkGroups", reads = ReadLinkGroups, visible = visible_to, order(-starts_on))]
pub struct LinkGroup {
    /// The dispatcher that formed it; those below it link their inspections too (牵头派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// How its inspections are linked (联动方式).
    #[noun(filter, order)]
    pub kind: LinkKind,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// The sector block that it inspects, a code of the list `SECTOR`; null when it is about a matter (板块).
    #[noun(filter, order)]
    pub sector_code: Option<String>,
    /// The department or matter on which the levels act together; null when it is about a block (联动事项).
    pub matter: Option<String>,
    /// The superior's operation with which it goes in step, in words; null when there is none (上级巡视巡察).
    pub superior_operation: Option<String>,
    /// That operation, where it is kept as a record; null when it is not, or when there is none (上级巡视).
    #[noun(one = "superior_inspection_id", filter)]
    pub superior_inspection: One<SuperiorInspection>,
    /// First day of its time (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day of its time (结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// The inspections that are linked (联动的巡察).
    #[noun(many = "link_group_id", filter)]
    pub inspections: Many<Inspection>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Its own place sees it, and so do the dispatchers below, which link their inspections.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Jurisdiction("dispatcher_id"),
        Visible::Above("dispatcher_id"),
    ])
}
