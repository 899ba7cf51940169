//! Ties between somebody on a team and what it inspects.

use inspectorate_entity::teams::recusal::{RecusalOrigin, RecusalStatus, RecusalTie};
use inspectorate_macros::Noun;

use super::team::Team;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::{organization::Organization, person::Person},
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// A tie between somebody on a team and an organization that it inspects (回避): declared, or found in dated posts and the place of
/// origin; the office decides. Those who plan inspections only.
#[derive(Noun)]
#[noun(table = "recusal", plural = "recusals", reads = ReadRecusals, visible = visible_to, order(-raised_on))]
pub struct Recusal {
    /// The team (巡察组).
    #[noun(one = "team_id", filter)]
    pub team: One<Team>,
    /// The person (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The organization to which the person is tied; null when that is not visible to the viewer (被巡察单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// What ties them (回避情形).
    #[noun(filter, order)]
    pub tie: RecusalTie,
    /// How it became known (来源).
    #[noun(filter)]
    pub origin: RecusalOrigin,
    /// The tie in words (情形说明).
    pub detail: String,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: RecusalStatus,
    /// When it was raised (提出日期).
    #[noun(filter, order)]
    pub raised_on: Date,
    /// When it was decided; null until then (决定日期).
    #[noun(filter, order)]
    pub decided_on: Option<Date>,
    /// Why it was decided so; null until then (决定理由).
    pub decision_reason: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("team_id", || Team::DEF)
}
