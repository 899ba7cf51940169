//! A task of a campaign.

use inspectorate_entity::plans::campaign_task::CampaignTaskStatus;
use inspectorate_macros::Noun;

use super::{campaign::Campaign, campaign_life_cycles::task_actions};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A task of a campaign, with who answers for it (活动任务).
#[derive(Noun)]
#[noun(table = "campaign_task", plural = "campaignTasks", reads = ReadCoverage, visible = visible_to, order(due_on))]
pub struct CampaignTask {
    /// The campaign (活动).
    #[noun(one = "campaign_id", filter)]
    pub campaign: One<Campaign>,
    /// The dispatching Party organization whose body holds it (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// What is to be done (任务).
    #[noun(filter, order)]
    pub title: String,
    /// The organization that answers for it (责任单位).
    #[noun(one = "owner_id", filter)]
    pub owner: One<Organization>,
    /// How far it has come (任务状态).
    #[noun(filter, order)]
    pub status: CampaignTaskStatus,
    /// The last day in time (应完成日期).
    #[noun(filter, order)]
    pub due_on: Date,
    /// The day on which it was done; null until then (完成日期).
    #[noun(filter, order)]
    pub done_on: Option<Date>,
    /// What came of it; null until it is done (完成情况).
    pub result: Option<String>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = task_actions, needs(status: CampaignTaskStatus), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever may see the campaign sees its tasks.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("campaign_id", || Campaign::DEF)
}
