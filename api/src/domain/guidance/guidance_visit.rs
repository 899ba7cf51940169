//! A visit of a group of guidance to a dispatcher below.

use inspectorate_macros::Noun;

use super::{
    guidance_group::GuidanceGroup, guidance_operation::GuidanceOperation,
    guidance_suggestion::GuidanceSuggestion,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{Many, One},
};

/// A visit of a group of guidance to a dispatcher below (走访指导).
#[derive(Noun)]
#[noun(table = "guidance_visit", plural = "guidanceVisits", reads = ReadGuidance, visible = visible_to, order(-visited_on))]
pub struct GuidanceVisit {
    /// The operation (指导督导).
    #[noun(one = "operation_id", filter)]
    pub operation: One<GuidanceOperation>,
    /// The group that came (指导督导组).
    #[noun(one = "group_id", filter)]
    pub group: One<GuidanceGroup>,
    /// The dispatching Party organization whose inspection work is guided (被指导督导的派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its first day (走访日期).
    #[noun(filter, order)]
    pub visited_on: Date,
    /// Its last day; null when only the first is recorded (离开日期).
    #[noun(filter, order)]
    pub left_on: Option<Date>,
    /// What the group looked at and found; null when nothing is recorded (走访情况).
    pub report: Option<String>,
    /// What it suggested (指导建议).
    #[noun(many = "visit_id", filter)]
    pub suggestions: Many<GuidanceSuggestion>,
    /// Number of the last change (版本).
    pub version: i32,
}

/// The guided dispatcher and its superiors.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
