//! What a joint operation opens to one of its sides.

use inspectorate_entity::joint_operations::access_grant::DataClass;
use inspectorate_macros::Noun;

use super::joint_operation::JointOperation;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// What a joint operation opens to one of its sides: one class of data about one organization, for a time (数据开放). It opens rows only: what an
/// agency may read of them stays as it is. Whoever sees the operation sees what it opens, and to whom.
#[derive(Noun)]
#[noun(table = "access_grant", plural = "accessGrants", reads = ReadJointOperations, visible = visible_to, order(class, starts_on))]
pub struct AccessGrant {
    /// The operation (联动监督).
    #[noun(one = "operation_id", filter)]
    pub operation: One<JointOperation>,
    /// The dispatching Party organization whose records it opens (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The body to which it opens them; null when the viewer may not see it, as one above the viewer's own place (获准单位).
    #[noun(one = "receiver_id", filter)]
    pub receiver: One<Organization>,
    /// The organization whose records it opens (涉及单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// What it opens (数据类别).
    #[noun(filter, order)]
    pub class: DataClass,
    /// Its first day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day; null when it lasts beyond the operation (结束日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// The day on which every side had agreed; null until then, and nothing is open before (生效日期).
    #[noun(filter, order)]
    pub opened_on: Option<Date>,
    /// The day on which it was shut before its time; null while it was not (提前关闭日期).
    #[noun(filter, order)]
    pub closed_on: Option<Date>,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("operation_id", || JointOperation::DEF)
}
