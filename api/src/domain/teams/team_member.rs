//! Who sits on a team, as what, and when.

use inspectorate_entity::teams::team_member::{CadreRank, TeamRole};
use inspectorate_macros::Noun;

use super::{team::Team, undertaking::Undertaking};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::{organization::Organization, person::Person},
    graphql::scalars::Date,
    read::{Many, One, noun::Noun as _},
};

/// A person on a team from when until when, with what they were then (巡察组成员).
#[derive(Noun)]
#[noun(table = "team_member", plural = "teamMembers", reads = ReadTeams, visible = visible_to, order(-starts_on, role))]
pub struct TeamMember {
    /// The team (巡察组).
    #[noun(one = "team_id", filter)]
    pub team: One<Team>,
    /// The dispatcher of the team; null when that is not visible to the viewer (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The person (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// As what the person sits on it (组内职务).
    #[noun(filter, order)]
    pub role: TeamRole,
    /// The organization from which the person comes; null when that is not visible to the viewer (来源单位).
    #[noun(one = "source_organization_id", filter)]
    pub source_organization: One<Organization>,
    /// The rank that the person had then; null when not recorded (时任职级).
    #[noun(filter, order)]
    pub rank_then: Option<CadreRank>,
    /// The post that the person had then; null when not recorded (时任职务).
    #[noun(filter)]
    pub post_then: Option<String>,
    /// First day on the team (起始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on the team; null while it holds (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Why it ended before its time; null when it did not (提前终止原因).
    pub end_reason: Option<String>,
    /// What the person undertook for the time on the team (承诺).
    #[noun(many = "team_member_id", filter)]
    pub undertakings: Many<Undertaking>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever sees the team sees its people.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("team_id", || Team::DEF)
}
