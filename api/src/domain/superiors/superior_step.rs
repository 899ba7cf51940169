//! One step of an inspection by a superior, or of a task for it, through its life cycle, for the verbs that take one.

use inspectorate_entity::superiors::{
    superior_inspection::{self, SuperiorInspectionStatus},
    superior_task::{self, SuperiorTaskStatus},
};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::superior_life_cycles::{SUPERIOR_INSPECTION, SUPERIOR_TASK, SuperiorFacts, TaskFacts};
use crate::{
    access::{agency::Agency, change::Change, viewer::Viewer},
    domain::coverage::plan_step::seen_from,
    error::Result,
};

/// Whether the viewer records a task as done: the organization that does it, and for it the office that keeps the inspection.
pub fn may_complete(viewer: &Viewer, owner: Uuid, dispatcher: Uuid) -> bool {
    let keeps = viewer.agency == Agency::Office && viewer.authority_id == dispatcher;
    owner == viewer.organization_id || keeps
}

/// The state to which the verb at hand leads the inspection, or what stands in the way.
pub async fn take(
    change: &Change,
    inspection: &superior_inspection::Model,
) -> Result<SuperiorInspectionStatus> {
    let open = Condition::all()
        .add(superior_task::Column::SuperiorInspectionId.eq(inspection.id))
        .add(superior_task::Column::Status.eq(SuperiorTaskStatus::Open));
    let open = change.rows::<superior_task::Entity>(open).await?.len();
    let facts = SuperiorFacts {
        seen_from: seen_from(change.viewer(), inspection.dispatcher_id),
        open_tasks: i64::try_from(open).unwrap_or(i64::MAX),
    };
    SUPERIOR_INSPECTION
        .take(change.action(), inspection.status, &facts)
        .map_err(|error| error.field("input.inspection"))
}

/// The same of a task for `inspection`.
pub fn take_task(
    change: &Change,
    task: &superior_task::Model,
    inspection: &superior_inspection::Model,
) -> Result<SuperiorTaskStatus> {
    let facts = TaskFacts {
        seen_from: seen_from(change.viewer(), task.dispatcher_id),
        completes: may_complete(change.viewer(), task.owner_id, task.dispatcher_id),
        over: inspection.ended_on.is_some(),
    };
    SUPERIOR_TASK
        .take(change.action(), task.status, &facts)
        .map_err(|error| error.field("input.task"))
}
