//! Which organizations a team is to inspect.

use inspectorate_macros::Noun;

use super::team::Team;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// An organization that a team is to inspect (巡察组分工). Dispatcher, leading group, office and the team itself only: nobody else
/// knows before entry where a team goes.
#[derive(Noun)]
#[noun(table = "team_object", plural = "teamObjects", reads = ReadTeamObjects, visible = visible_to, order(-assigned_on))]
pub struct TeamObject {
    /// The team (巡察组).
    #[noun(one = "team_id", filter)]
    pub team: One<Team>,
    /// The organization; null when that is not visible to the viewer (被巡察单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Since when the team has it (分派日期).
    #[noun(filter, order)]
    pub assigned_on: Date,
    /// When it was taken off the team again; null while it is the team's (撤回日期).
    #[noun(filter, order)]
    pub released_on: Option<Date>,
    /// Why it was taken off; null while it is the team's (撤回原因).
    pub release_reason: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("team_id", || Team::DEF)
}
