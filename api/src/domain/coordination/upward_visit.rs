//! A visit of an inspection body to its superior.

use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::One,
};

/// A visit of an inspection body to its superior, to report and to win its support (向上级汇报沟通).
#[derive(Noun)]
#[noun(table = "upward_visit", plural = "upwardVisits", reads = ReadGuidance, visible = visible_to, order(-visited_on))]
pub struct UpwardVisit {
    /// The dispatching Party organization whose body went (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The body that went (汇报单位).
    #[noun(one = "body_id", filter)]
    pub body: One<Organization>,
    /// To whom it went, as that body is called (上级单位).
    #[noun(filter, order)]
    pub superior: String,
    /// The day (日期).
    #[noun(filter, order)]
    pub visited_on: Date,
    /// What was reported (汇报事项).
    pub topics: String,
    /// What the superior said to it; null when nothing is recorded (上级意见).
    pub replies: Option<String>,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
