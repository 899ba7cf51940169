//! A group that an operation of guidance sends out.

use inspectorate_macros::Noun;

use super::{guidance_operation::GuidanceOperation, guidance_visit::GuidanceVisit};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::{organization::Organization, person::Person},
    read::{Many, One, noun::Noun},
};

/// A group that a superior sends out to guide the inspection bodies below it (指导督导组).
#[derive(Noun)]
#[noun(table = "guidance_group", plural = "guidanceGroups", reads = ReadGuidance, visible = visible_to, order(ordinal))]
pub struct GuidanceGroup {
    /// The operation (指导督导).
    #[noun(one = "operation_id", filter)]
    pub operation: One<GuidanceOperation>,
    /// The dispatching Party organization that guides; null when the viewer may not see it, as a guided one below it may not (上级派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its number within the operation, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// Who leads it; null when that is not recorded, or the viewer may not see the person (组长).
    #[noun(one = "leader_id", filter)]
    pub leader: One<Person>,
    /// Its visits; a guided body sees those to itself and below (走访).
    #[noun(many = "group_id", filter)]
    pub visits: Many<GuidanceVisit>,
    /// Number of the last change (版本).
    pub version: i32,
}

/// The dispatcher that guides, its superiors, and those whom it visited.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Jurisdiction("dispatcher_id"),
        Visible::Named("group_id", || GuidanceVisit::DEF),
    ])
}
