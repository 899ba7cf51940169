//! An inspection that a superior carries out by itself.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind,
    superiors::superior_inspection::SuperiorInspectionStatus,
};
use inspectorate_macros::Noun;

use super::{superior_actions::inspection_actions, superior_task::SuperiorTask};
use crate::{
    access::{groups::INSPECTION_SIDE, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coordination::coordination_mechanism::CoordinationMechanism,
        inspections::link_group::LinkGroup, organizations::organization::Organization,
        staffing::outgoing_secondment::OutgoingSecondment,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// An inspection that a superior carries out by itself in the place, kept there to support it and to go in step with it (上级巡视). It
/// counts for no plan of the place. Who works on inspections in the place or below sees it, and whoever was given a task for it.
#[derive(Noun)]
#[noun(table = "superior_inspection", plural = "superiorInspections", reads = ReadSuperiorInspections, visible = visible_to, order(-starts_on, name))]
pub struct SuperiorInspection {
    /// The dispatching Party organization whose place is inspected; null when it stands above the viewer's own (本级派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Who inspects, in words, since superiors need not be in the registry (上级机关).
    #[noun(filter, order)]
    pub superior: String,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// Its kind (巡视方式).
    #[noun(filter, order)]
    pub kind: InspectionKind,
    /// The mechanism by which the place supports it; null when there is none, or when the viewer may not see it (协作配合机制).
    #[noun(one = "mechanism_id", filter)]
    pub mechanism: One<CoordinationMechanism>,
    /// What it looks into; null when the superior did not say (监督重点).
    pub topics: Option<String>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: SuperiorInspectionStatus,
    /// When the superior announced it (告知日期).
    #[noun(filter, order)]
    pub announced_on: Date,
    /// Its first day as planned (计划开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day as planned; null while the superior did not say (计划结束日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// When its team came; null until then (进驻日期).
    #[noun(filter, order)]
    pub entered_on: Option<Date>,
    /// When its team left, or when it was called off; null until then (结束日期).
    #[noun(filter, order)]
    pub ended_on: Option<Date>,
    /// Why it was called off; null unless it was (取消原因).
    pub end_reason: Option<String>,
    /// What the place does for it, as far as the viewer may see that (配合事项).
    #[noun(many = "superior_inspection_id", filter)]
    pub tasks: Many<SuperiorTask>,
    /// Who was sent to it (选派人员).
    #[noun(many = "superior_inspection_id", filter)]
    pub personnel: Many<OutgoingSecondment>,
    /// The groups of inspections of the place and of those below that go in step with it (联动组).
    #[noun(many = "superior_inspection_id", filter)]
    pub link_groups: Many<LinkGroup>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = inspection_actions, needs(status: SuperiorInspectionStatus), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Who works on inspections, here, above, or below, where inspections go in step with it; else whoever has a task for it.
fn visible_to(viewer: &Viewer) -> Visible {
    let tasked = Visible::Beside {
        column: "id",
        table: "superior_task",
        by: "superior_inspection_id",
        body: "owner_id",
    };
    if INSPECTION_SIDE.contains(&viewer.agency) {
        return Visible::Either(vec![
            Visible::Jurisdiction("dispatcher_id"),
            Visible::Above("dispatcher_id"),
            tasked,
        ]);
    }
    tasked
}
