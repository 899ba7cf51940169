//! An inspection team, with its people and its life cycle.

use inspectorate_entity::teams::team::{TeamForm, TeamStatus};
use inspectorate_macros::Noun;

use super::{team_actions::available_actions, team_member::TeamMember, team_object::TeamObject};
use crate::{
    access::{groups::WHO_FORMS_TEAMS, policy::Agency, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coverage::round::Round, inspections::inspection::Inspection,
        organizations::organization::Organization,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// An inspection team of a dispatcher: for a round, standing, or a detachment of another team (巡视组、巡察组). A team's own people
/// see their own team only.
#[derive(Noun)]
#[noun(table = "team", plural = "teams", reads = ReadTeams, visible = visible_to, order(-starts_on, ordinal))]
pub struct Team {
    /// The dispatching Party organization whose team it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its round; null for a standing team and for one outside the rounds (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// The team of which it is a detachment; null for every other form (所属巡察组).
    #[noun(one = "parent_id", filter)]
    pub parent: One<Team>,
    /// Its detachments (小分队).
    #[noun(many = "parent_id", filter)]
    pub detachments: Many<Team>,
    /// The standing numbered team whose people sign in for it; null when it has none (承担机构).
    #[noun(one = "body_id", filter)]
    pub body: One<Organization>,
    /// Its number within the round, or among the teams without one, from 1 (组序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// In which form it is put together (组织形式).
    #[noun(filter, order)]
    pub form: TeamForm,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: TeamStatus,
    /// Its first day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day; null while a standing team has none (结束日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// When it was approved; null until then (批准日期).
    #[noun(filter, order)]
    pub approved_on: Option<Date>,
    /// When it was called to its task; null until then (动员日期).
    #[noun(filter, order)]
    pub mobilized_on: Option<Date>,
    /// When it was dissolved; null while it stands (解散日期).
    #[noun(filter, order)]
    pub dissolved_on: Option<Date>,
    /// Why it was dissolved; null while it stands (解散原因).
    pub dissolution_reason: Option<String>,
    /// Who sits and sat on it (组员).
    #[noun(many = "team_id", filter)]
    pub members: Many<TeamMember>,
    /// The organizations that it is to inspect (巡察对象). For those who plan, and the team itself.
    #[noun(many = "team_id", filter)]
    pub objects: Many<TeamObject>,
    /// The inspections that were assigned to it (承担的巡察).
    #[noun(many = "team_id", filter)]
    pub inspections: Many<Inspection>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(status: TeamStatus))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// A team sees itself; everybody else who may read teams sees those of the jurisdiction, all but those who put teams together only from approval on.
fn visible_to(viewer: &Viewer) -> Visible {
    let jurisdiction = Visible::Jurisdiction("dispatcher_id");
    if viewer.agency == Agency::Team {
        return Visible::Is("body_id", viewer.organization_id);
    }
    if WHO_FORMS_TEAMS.contains(&viewer.agency) {
        return jurisdiction;
    }
    Visible::All(vec![
        Visible::NoneOf("status", vec!["PROPOSED"]),
        jurisdiction,
    ])
}
