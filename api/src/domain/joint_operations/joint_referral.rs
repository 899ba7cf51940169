//! What one side of a joint operation refers to another.

use inspectorate_entity::joint_operations::joint_referral::{
    ReferralKind, ReferralOutcome, ReferralStatus,
};
use inspectorate_macros::Noun;

use super::{joint_operation::JointOperation, work_life_cycles::referral_actions};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::One,
};

/// What one side of a joint operation refers to another: a problem that lies with that one, or an interview or material that both need and
/// that is had once (联动协作事项). The two sides see it, and nobody else: not a third side of the same operation, nor who oversees it.
#[derive(Noun)]
#[noun(table = "joint_referral", plural = "jointReferrals", reads = ReadJointOperations, visible = visible_to, order(-referred_on))]
pub struct JointReferral {
    /// The operation (联动监督).
    #[noun(one = "operation_id", filter)]
    pub operation: One<JointOperation>,
    /// What is referred (种类).
    #[noun(filter, order)]
    pub kind: ReferralKind,
    /// The side that refers it; null when the viewer may not see it, as one above the viewer's own place (移交单位).
    #[noun(one = "sender_id", filter)]
    pub sender: One<Organization>,
    /// The side that it is referred to; null when the viewer may not see it, as one above the viewer's own place (承接单位).
    #[noun(one = "receiver_id", filter)]
    pub receiver: One<Organization>,
    /// The organization in the scope that it is about; null when it is about the operation as a whole (涉及单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// What it is about (事由).
    pub title: String,
    /// What is said or asked (内容).
    pub content: String,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: ReferralStatus,
    /// When it was referred (移交日期).
    #[noun(filter, order)]
    pub referred_on: Date,
    /// What became of it; null until it is answered (办理结果).
    #[noun(filter, order)]
    pub outcome: Option<ReferralOutcome>,
    /// What the other side says; null until it is answered (答复内容).
    pub answer: Option<String>,
    /// When it was answered; null until it is (答复日期).
    #[noun(filter, order)]
    pub answered_on: Option<Date>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = referral_actions, needs(status: ReferralStatus), ids(operation_id, receiver_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Is("sender_id", viewer.organization_id),
        Visible::Is("receiver_id", viewer.organization_id),
    ])
}
