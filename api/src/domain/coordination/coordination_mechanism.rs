//! A mechanism by which agencies work together.

use inspectorate_entity::coordination::coordination_mechanism::MechanismStatus;
use inspectorate_macros::Noun;

use super::{
    coordination_request::CoordinationRequest,
    mechanism_duty::MechanismDuty,
    mechanism_life_cycle::mechanism_actions,
    mechanism_party::MechanismParty,
    mechanism_use::{MechanismUse, mechanism_use},
    parties::party_or_planner,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{organizations::organization::Organization, rules::rule_document::RuleDocument},
    graphql::scalars::Date,
    read::{Many, One},
};

/// A mechanism by which the inspection bodies and other agencies work together (协作机制), in one wording. Its parties and the planners
/// of its place see it; a third agency does not.
#[derive(Noun)]
#[noun(table = "coordination_mechanism", plural = "coordinationMechanisms", reads = ReadCoordination, visible = visible_to, order(name, edition))]
pub struct CoordinationMechanism {
    /// The dispatching Party organization in whose work it stands (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The body that proposed it, a party itself; null when the viewer may not see it, as one above the viewer's own place (牵头单位).
    #[noun(one = "initiator_id", filter)]
    pub initiator: One<Organization>,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// Which wording this is, counted from 1 (版次).
    #[noun(filter, order)]
    pub edition: i32,
    /// The rule document that prints it; null when none is named yet, or the viewer may not see it (制度文件).
    #[noun(one = "rule_id", filter)]
    pub rule: One<RuleDocument>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: MechanismStatus,
    /// When it was proposed (提出日期).
    #[noun(filter, order)]
    pub proposed_on: Date,
    /// Its first day in force, on trial or not; null until then (施行日期).
    #[noun(filter, order)]
    pub starts_on: Option<Date>,
    /// The day from which it is in force for good; null until then (正式施行日期).
    #[noun(filter, order)]
    pub established_on: Option<Date>,
    /// Its last day; null while it stands (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Why it ended; null while it stands, and where a new wording took its place (终止原因).
    pub end_reason: Option<String>,
    /// The wording whose place it takes; null for the first (所替代的版次).
    #[noun(one = "replaces_id", filter)]
    pub replaces: One<CoordinationMechanism>,
    /// The bodies that work together by it (协作各方).
    #[noun(many = "mechanism_id", filter)]
    pub parties: Many<MechanismParty>,
    /// In which fields they do (协作事项).
    #[noun(many = "mechanism_id", filter)]
    pub duties: Many<MechanismDuty>,
    /// What is asked by it, as far as the viewer is a party of that (协作请求).
    #[noun(many = "mechanism_id", filter)]
    pub requests: Many<CoordinationRequest>,
    /// How much it is used in a year, and how soon what is asked is answered. Null only together with an error (使用情况).
    #[noun(computed = mechanism_use, needs(name: String), args(year: i32 = "The calendar year; not one that is yet to come."))]
    pub usage: Option<MechanismUse>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = mechanism_actions, needs(status: MechanismStatus), ids(dispatcher_id, rule_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    let own = Visible::Is("dispatcher_id", viewer.authority_id);
    party_or_planner(viewer, "id", own)
}
