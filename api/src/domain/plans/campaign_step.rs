//! One step of a campaign through its life cycle, for the verbs that take one.

use inspectorate_entity::plans::{
    campaign::{self, CampaignStatus},
    campaign_task::{self, CampaignTaskStatus},
};
use sea_orm::{ColumnTrait, Condition};

use super::campaign_life_cycles::{CAMPAIGN, CampaignFacts};
use crate::{access::change::Change, domain::coverage::plan_step::seen_from, error::Result};

/// The state to which the verb at hand leads the campaign, or what stands in the way.
pub async fn take(change: &Change, campaign: &campaign::Model) -> Result<CampaignStatus> {
    let open = Condition::all()
        .add(campaign_task::Column::CampaignId.eq(campaign.id))
        .add(campaign_task::Column::Status.eq(CampaignTaskStatus::Open));
    let open = change.rows::<campaign_task::Entity>(open).await?.len();
    let facts = CampaignFacts {
        seen_from: seen_from(change.viewer(), campaign.dispatcher_id),
        open_tasks: i64::try_from(open).unwrap_or(i64::MAX),
    };
    CAMPAIGN
        .take(change.action(), campaign.status, &facts)
        .map_err(|error| error.field("input.campaign"))
}
