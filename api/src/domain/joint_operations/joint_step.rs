//! A step of the common plan of work of a joint operation.

use inspectorate_entity::joint_operations::joint_step::JointStepStatus;
use inspectorate_macros::Noun;

use super::{joint_operation::JointOperation, work_life_cycles::step_actions};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// A step of the common plan of work of a joint operation, with the side that does it and until when (联动工作步骤). Whoever sees the
/// operation sees its steps; an open one stands in the worklist of its side.
#[derive(Noun)]
#[noun(table = "joint_step", plural = "jointSteps", reads = ReadJointOperations, visible = visible_to, order(ordinal))]
pub struct JointStep {
    /// The operation (联动监督).
    #[noun(one = "operation_id", filter)]
    pub operation: One<JointOperation>,
    /// Its number in the plan, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What is to be done (内容).
    pub content: String,
    /// The side that does it; null when the viewer may not see it, as one above the viewer's own place (承办单位).
    #[noun(one = "owner_id", filter)]
    pub owner: One<Organization>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: JointStepStatus,
    /// When it was put into the plan (列入日期).
    pub planned_on: Date,
    /// The last day in time (完成期限).
    #[noun(filter, order)]
    pub due_on: Date,
    /// When it was done; null until it is (完成日期).
    #[noun(filter, order)]
    pub done_on: Option<Date>,
    /// What came of it; null until it is done, and where nothing is said (完成情况).
    pub outcome: Option<String>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = step_actions, needs(status: JointStepStatus), ids(operation_id, owner_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("operation_id", || JointOperation::DEF)
}
