//! What members of a team undertake before they enter an organization.

use inspectorate_entity::teams::undertaking::UndertakingKind;
use inspectorate_macros::Noun;

use super::{team::Team, team_member::TeamMember};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::person::Person,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// An undertaking (承诺) that a member of a team signed, for the time on that team and so for its round.
#[derive(Noun)]
#[noun(table = "undertaking", plural = "undertakings", reads = ReadTeams, visible = visible_to, order(-signed_on))]
pub struct Undertaking {
    /// The team (巡察组).
    #[noun(one = "team_id", filter)]
    pub team: One<Team>,
    /// The seat on the team of the one who signed (组员).
    #[noun(one = "team_member_id", filter)]
    pub team_member: One<TeamMember>,
    /// Who signed (承诺人).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// What was undertaken (承诺事项).
    #[noun(filter, order)]
    pub kind: UndertakingKind,
    /// When it was signed (签订日期).
    #[noun(filter, order)]
    pub signed_on: Date,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("team_id", || Team::DEF)
}
