//! An organization in the scope of a joint operation.

use inspectorate_macros::Noun;

use super::joint_operation::JointOperation;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    read::{One, noun::Noun as _},
};

/// An organization in the scope of a joint operation (联动监督涉及单位). Whoever sees the operation sees its scope.
#[derive(Noun)]
#[noun(table = "joint_operation_object", plural = "jointOperationObjects", reads = ReadJointOperations, visible = visible_to, order(version))]
pub struct JointOperationObject {
    /// The operation (联动监督).
    #[noun(one = "operation_id", filter)]
    pub operation: One<JointOperation>,
    /// The organization (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Number of the last change (版本).
    #[noun(order)]
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("operation_id", || JointOperation::DEF)
}
