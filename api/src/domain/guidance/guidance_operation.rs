//! A superior's guidance of the inspection bodies below it.

use inspectorate_entity::guidance::guidance_operation::GuidanceStatus;
use inspectorate_macros::Noun;

use super::{
    guidance_group::GuidanceGroup,
    guidance_suggestion::GuidanceSuggestion,
    guidance_visit::GuidanceVisit,
    operation_life_cycle::operation_actions,
    progress::{GuidanceProgress, progress},
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{Many, One, noun::Noun},
};

/// A dispatcher's guidance and supervision of the inspection bodies below it (指导督导).
#[derive(Noun)]
#[noun(table = "guidance_operation", plural = "guidanceOperations", reads = ReadGuidance, visible = visible_to, order(-year, name))]
pub struct GuidanceOperation {
    /// The dispatching Party organization that guides; null when the viewer may not see it, as a guided one below it may not (上级派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// The calendar year in which it began (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// Its first day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: GuidanceStatus,
    /// The day on which it ended; null until then (结束日期).
    #[noun(filter, order)]
    pub closed_on: Option<Date>,
    /// What came of it; null until it is closed (工作总结).
    pub summary: Option<String>,
    /// Its groups (指导督导组).
    #[noun(many = "operation_id", filter)]
    pub groups: Many<GuidanceGroup>,
    /// The visits of its groups; a guided body sees those to itself and below (走访).
    #[noun(many = "operation_id", filter)]
    pub visits: Many<GuidanceVisit>,
    /// What its groups suggested; a guided body sees what was suggested to it and below (指导建议).
    #[noun(many = "operation_id", filter)]
    pub suggestions: Many<GuidanceSuggestion>,
    /// How many of the bodies below were visited, and how far the suggestions have come; null to the guided, who do not see the whole (工作进展).
    #[noun(computed = progress, needs(name: String), args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub progress: Option<GuidanceProgress>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = operation_actions, needs(status: GuidanceStatus), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The dispatcher that guides, its superiors, and those who were visited.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Jurisdiction("dispatcher_id"),
        Visible::Named("operation_id", || GuidanceVisit::DEF),
    ])
}
