//! Something that a place does for the inspection of a superior.

use inspectorate_entity::superiors::superior_task::{SuperiorTaskKind, SuperiorTaskStatus};
use inspectorate_macros::Noun;

use super::{superior_actions::task_actions, superior_inspection::SuperiorInspection};
use crate::{
    access::{groups::PLANNERS, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{documents::document::Document, organizations::organization::Organization},
    graphql::scalars::Date,
    read::One,
};

/// Something that a place does for the inspection of a superior: material to deliver, a problem to report, people to send (配合事项). The
/// planners of the place see it, and the organization that does it, in whose worklist it stands until it is done.
#[derive(Noun)]
#[noun(table = "superior_task", plural = "superiorTasks", reads = ReadSuperiorInspections, visible = visible_to, order(due_on))]
pub struct SuperiorTask {
    /// The inspection of the superior (上级巡视).
    #[noun(one = "superior_inspection_id", filter)]
    pub superior_inspection: One<SuperiorInspection>,
    /// What kind of thing it is (类别).
    #[noun(filter, order)]
    pub kind: SuperiorTaskKind,
    /// What is to be done or delivered (内容).
    pub content: String,
    /// The organization that does it; null when the viewer may not see it (承办单位).
    #[noun(one = "owner_id", filter)]
    pub owner: One<Organization>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: SuperiorTaskStatus,
    /// When the superior asked for it (提出日期).
    #[noun(filter, order)]
    pub asked_on: Date,
    /// The last day in time (完成期限).
    #[noun(filter, order)]
    pub due_on: Date,
    /// When it was done or delivered, or withdrawn; null until then (完成日期).
    #[noun(filter, order)]
    pub done_on: Option<Date>,
    /// What came of it, or why it is needed no more; null while it is open, and where nothing is said (完成情况).
    pub outcome: Option<String>,
    /// The document with which it was delivered; null when there is none, or when the viewer may not see it (提供的公文).
    #[noun(one = "document_id", filter)]
    pub document: One<Document>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = task_actions, needs(status: SuperiorTaskStatus), ids(superior_inspection_id, dispatcher_id, owner_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// What one organization delivers is not for the next.
fn visible_to(viewer: &Viewer) -> Visible {
    let own = Visible::Is("owner_id", viewer.organization_id);
    if PLANNERS.contains(&viewer.agency) {
        return Visible::Either(vec![own, Visible::Jurisdiction("dispatcher_id")]);
    }
    own
}
