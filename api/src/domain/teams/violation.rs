//! Breaches of discipline by inspection cadres.

use inspectorate_entity::teams::violation::{ViolationCategory, ViolationStatus};
use inspectorate_macros::Noun;

use super::{team::Team, violation_life_cycle::available_actions};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        inspections::inspection::Inspection,
        organizations::{organization::Organization, person::Person},
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// A breach of discipline by an inspection cadre (违反巡察纪律), and how it was handled. Inspection office and discipline department only.
#[derive(Noun)]
#[noun(table = "violation", plural = "violations", reads = ReadViolations, visible = visible_to, order(-found_on))]
pub struct Violation {
    /// The dispatching Party organization whose work it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Who broke it (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The team on which the person sat; null outside a team (巡察组).
    #[noun(one = "team_id", filter)]
    pub team: One<Team>,
    /// Which discipline (类别).
    #[noun(filter, order)]
    pub category: ViolationCategory,
    /// The clause that was broken: for the four must-nots a code of the checklist FOUR_MUST_NOTS; null when none was named (条款).
    #[noun(filter, order)]
    pub clause: Option<String>,
    /// When it happened (发生日期).
    #[noun(filter, order)]
    pub occurred_on: Date,
    /// The inspections of the team that were on site on the day on which it happened, when the rules of the on-site period hold; none when
    /// it happened at another time or outside a team (违纪时在驻的巡察).
    #[noun(link(violation_inspection, violation_id, inspection_id))]
    pub inspections: Many<Inspection>,
    /// When it became known (发现日期).
    #[noun(filter, order)]
    pub found_on: Date,
    /// What happened (情形说明).
    pub detail: String,
    /// Whether it was handled (处理状态).
    #[noun(filter, order)]
    pub status: ViolationStatus,
    /// When it was handled; null until then (处理日期).
    #[noun(filter, order)]
    pub handled_on: Option<Date>,
    /// How it was handled; null until then (处理情况).
    pub handling: Option<String>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(status: ViolationStatus))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
