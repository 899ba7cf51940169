//! A talk of a leader with those who do the work.

use inspectorate_macros::Noun;

use super::{organization::Organization, person::Person};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A leader talks with the office director or a team leader (谈话、工作指导).
#[derive(Noun)]
#[noun(table = "work_talk", plural = "workTalks", reads = ReadLeaders, visible = visible_to, order(-talked_on))]
pub struct WorkTalk {
    /// The dispatcher whose leader it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The leader (领导).
    #[noun(one = "leader_id", filter)]
    pub leader: One<Person>,
    /// The office director or team leader (谈话对象).
    #[noun(one = "counterpart_id", filter)]
    pub counterpart: One<Person>,
    /// The day (日期).
    #[noun(filter, order)]
    pub talked_on: Date,
    /// What it was for (目的).
    #[noun(filter)]
    pub purpose: String,
    /// What the leader asked for; null when nothing was recorded (要求).
    pub requirements: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
