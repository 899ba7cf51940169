//! Who leads and who works along on a task.

use inspectorate_macros::Noun;

use super::responsibility_partner::ResponsibilityPartner;
use crate::{
    access::{groups::PLANNERS, viewer::Viewer, visible::Visible},
    domain::{coverage::round::Round, organizations::organization::Organization},
    graphql::scalars::Date,
    read::{Many, One},
};

/// The division of work on a task (分工协作): one body leads, others work along, for a round or for the time being. Its bodies and the
/// planners of the place see it; a third agency does not.
#[derive(Noun)]
#[noun(table = "responsibility", plural = "responsibilities", reads = ReadResponsibilities, visible = visible_to, order(-starts_on, task))]
pub struct Responsibility {
    /// The dispatching Party organization in whose work the task is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The round for which it holds; null when it holds for the time being, or the viewer may not see the round (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// The task (任务).
    #[noun(filter, order)]
    pub task: String,
    /// The body that leads (牵头单位).
    #[noun(one = "lead_id", filter)]
    pub lead: One<Organization>,
    /// The bodies that work along (配合单位).
    #[noun(many = "responsibility_id", filter)]
    pub partners: Many<ResponsibilityPartner>,
    /// First day on which it holds (起始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    let mut seen = vec![
        Visible::Is("lead_id", viewer.organization_id),
        Visible::Beside {
            column: "id",
            table: "responsibility_partner",
            by: "responsibility_id",
            body: "organization_id",
        },
    ];
    if PLANNERS.contains(&viewer.agency) {
        seen.push(Visible::Is("dispatcher_id", viewer.authority_id));
    }
    Visible::Either(seen)
}
