//! An organization that tries something out.

use inspectorate_entity::{
    organizations::organization::OrganizationLevel, plans::pilot::PilotStatus,
};
use inspectorate_macros::Noun;

use super::pilot_life_cycle::available_actions;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::One,
};

/// An organization that a superior level chose to try something out (试点对象).
#[derive(Noun)]
#[noun(table = "pilot", plural = "pilots", reads = ReadCoverage, visible = visible_to, order(-starts_on))]
pub struct Pilot {
    /// The dispatching Party organization that recorded it (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The organization that takes part (试点单位).
    #[noun(one = "participant_id", filter)]
    pub participant: One<Organization>,
    /// What is tried out (试点主题).
    #[noun(filter, order)]
    pub topic: String,
    /// The level that chose it (试点层级).
    #[noun(filter, order)]
    pub level: OrganizationLevel,
    /// Who chose it (确定机关).
    #[noun(filter, order)]
    pub sponsor: String,
    /// How many take part in all, those elsewhere included; null when not known (试点总数).
    pub participants: Option<i32>,
    /// How far it has come (试点状态).
    #[noun(filter, order)]
    pub status: PilotStatus,
    /// Its first day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day; null while it runs (结束日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// What came of it; null until it ends (试点报告).
    pub report: Option<String>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(status: PilotStatus), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The dispatcher that recorded it and its superiors.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
