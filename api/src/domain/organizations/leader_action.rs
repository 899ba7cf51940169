//! What a leader did in person.

use inspectorate_entity::organizations::leader_action::{LeaderActionKind, LeaderDuty};
use inspectorate_macros::Noun;

use super::{organization::Organization, person::Person};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// One of the four in-person duties done by a leader (四个亲自).
#[derive(Noun)]
#[noun(table = "leader_action", plural = "leaderActions", reads = ReadLeaders, visible = visible_to, order(-acted_on))]
pub struct LeaderAction {
    /// The dispatcher whose leader it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The leader (领导).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// Which of the four (种类).
    #[noun(filter, order)]
    pub kind: LeaderActionKind,
    /// In which duty a secretary acted who also leads the leading group; null for other leaders (双重职责).
    #[noun(filter, order)]
    pub duty: Option<LeaderDuty>,
    /// The day (日期).
    #[noun(filter, order)]
    pub acted_on: Date,
    /// What it was about (事项).
    #[noun(filter)]
    pub matter: String,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
