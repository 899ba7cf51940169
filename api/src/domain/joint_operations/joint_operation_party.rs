//! A side of a joint operation.

use inspectorate_entity::{
    joint_operations::joint_operation_party::{InspectionPlus, JointRole, SupervisionKind},
    organizations::agency_registration::Agency,
};
use inspectorate_macros::Noun;

use super::joint_operation::JointOperation;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// A side of a joint operation (联动参加单位). Whoever sees the operation sees all of its sides.
#[derive(Noun)]
#[noun(table = "joint_operation_party", plural = "jointOperationParties", reads = ReadJointOperations, visible = visible_to, order(role, agency))]
pub struct JointOperationParty {
    /// The operation (联动监督).
    #[noun(one = "operation_id", filter)]
    pub operation: One<JointOperation>,
    /// The body; null when the viewer may not see it, as one above the viewer's own place (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// As which agency it takes part (机关).
    #[noun(filter, order)]
    pub agency: Agency,
    /// What it does (分工).
    #[noun(filter, order)]
    pub role: JointRole,
    /// When it agreed; null until it did (同意日期).
    #[noun(filter, order)]
    pub agreed_on: Option<Date>,
    /// When it entered; null until it did (进点日期).
    #[noun(filter, order)]
    pub entered_on: Option<Date>,
    /// What it adds to inspection; null when it inspects itself, no side does, or there is no such addition (“巡察+”类型).
    #[noun(filter, order)]
    pub chain: Option<InspectionPlus>,
    /// Which of the four connected kinds of supervision it brings in; null when none of them (监督类别).
    #[noun(filter, order)]
    pub supervision: Option<SupervisionKind>,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("operation_id", || JointOperation::DEF)
}
