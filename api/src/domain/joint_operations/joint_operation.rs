//! What agencies do together about the same organizations.

use inspectorate_entity::joint_operations::joint_operation::{JointMode, JointStatus};
use inspectorate_macros::Noun;

use super::{
    access_grant::AccessGrant,
    joint_operation_object::JointOperationObject,
    joint_operation_party::JointOperationParty,
    joint_referral::JointReferral,
    joint_result::JointResult,
    joint_step::JointStep,
    operation_facts::operation_actions,
    operation_progress::{JointConditions, conditions},
};
use crate::{
    access::{policy::Agency, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coordination::coordination_mechanism::CoordinationMechanism,
        organizations::organization::Organization,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// What agencies do together about the same organizations by a mechanism (联动监督), such as inspection and audit in one operation
/// (巡察+审计、巡审联动). Its sides see it, and so do the dispatcher and the leading group of the place; a third agency does not.
#[derive(Noun)]
#[noun(table = "joint_operation", plural = "jointOperations", reads = ReadJointOperations, visible = visible_to, order(-starts_on, name))]
pub struct JointOperation {
    /// The dispatching Party organization in whose work it stands (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The mechanism by which it is done; null when the viewer is no party of that (协作机制).
    #[noun(one = "mechanism_id", filter)]
    pub mechanism: One<CoordinationMechanism>,
    /// Who asked for it; null when the viewer may not see it, as one above the viewer's own place (提出单位).
    #[noun(one = "initiator_id", filter)]
    pub initiator: One<Organization>,
    /// How the sides work together (联动方式).
    #[noun(filter, order)]
    pub mode: JointMode,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// What is looked at; null when it is the whole work (监督内容).
    pub topics: Option<String>,
    /// Its first day, from which the sides may read what the agreement names (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day, after which they may no longer (结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// Whether results stay readable after it is over, for the sides that may read them (结束后成果是否仍可查阅).
    #[noun(filter)]
    pub keeps_results: bool,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: JointStatus,
    /// When it was asked for (提出日期).
    #[noun(filter, order)]
    pub requested_on: Date,
    /// When the last side agreed; null until then (商定日期).
    #[noun(filter, order)]
    pub agreed_on: Option<Date>,
    /// When the last side entered; null until then, and where nobody enters (进点日期).
    #[noun(filter, order)]
    pub entered_on: Option<Date>,
    /// When it was closed, declined or withdrawn; null until then (办结日期).
    #[noun(filter, order)]
    pub ended_on: Option<Date>,
    /// Why it was declined or withdrawn; null unless it was (未办原因).
    pub end_reason: Option<String>,
    /// What the one report of its results is called; null until they are reported (联合报告).
    pub report: Option<String>,
    /// When its results were reported, once for all sides; null until then (报告日期).
    #[noun(filter, order)]
    pub reported_on: Option<Date>,
    /// The side in whose ledger the rectification of what all sides found is followed; null until they join it, and when the viewer may not
    /// see it (整改台账单位).
    #[noun(one = "ledger_keeper_id", filter)]
    pub ledger_keeper: One<Organization>,
    /// When the sides joined the rectification; null until then (整改并轨日期).
    #[noun(filter, order)]
    pub rectification_joined_on: Option<Date>,
    /// Whether its sides are linked in what they set out to do (任务联动).
    #[noun(filter)]
    pub links_tasks: bool,
    /// Whether they are linked in how they do it (方式联动).
    #[noun(filter)]
    pub links_methods: bool,
    /// Whether they are linked in what comes of it (成果联动).
    #[noun(filter)]
    pub links_results: bool,
    /// Which of the four conditions of an integrated operation are kept so far (一体运作条件).
    #[noun(computed = conditions, ids(dispatcher_id))]
    pub conditions: JointConditions,
    /// Its sides (参加单位).
    #[noun(many = "operation_id", filter)]
    pub parties: Many<JointOperationParty>,
    /// The organizations in its scope (涉及单位).
    #[noun(many = "operation_id", filter)]
    pub objects: Many<JointOperationObject>,
    /// What it opens to its sides (开放数据).
    #[noun(many = "operation_id", filter)]
    pub grants: Many<AccessGrant>,
    /// The common plan of work (工作计划).
    #[noun(many = "operation_id", filter)]
    pub steps: Many<JointStep>,
    /// What its sides referred to each other (协作事项).
    #[noun(many = "operation_id", filter)]
    pub referrals: Many<JointReferral>,
    /// What was found and shared in it, as far as the viewer may read it (共享成果).
    #[noun(many = "operation_id", filter)]
    pub results: Many<JointResult>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(
        computed = operation_actions,
        needs(status: JointStatus, mode: JointMode),
        ids(initiator_id, dispatcher_id)
    )]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    let party = Visible::Beside {
        column: "id",
        table: "joint_operation_party",
        by: "operation_id",
        body: "organization_id",
    };
    match viewer.agency {
        Agency::Dispatcher | Agency::LeadingGroup => Visible::Either(vec![
            Visible::Is("dispatcher_id", viewer.authority_id),
            party,
        ]),
        _ => party,
    }
}
