//! Give somebody a task in a campaign.

use inspectorate_entity::{
    organizations::organization,
    plans::{
        campaign,
        campaign_task::{self, CampaignTaskStatus},
    },
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{campaign::Campaign, campaign_step::take, campaign_task::CampaignTask};
use crate::{
    access::change::Change,
    domain::{coverage::gates::not_before, organizations::organization::Organization},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What giving a task takes.
#[derive(Debug, Input)]
pub struct AddCampaignTaskInput {
    /// The campaign (活动).
    pub campaign: GlobalId<Campaign>,
    /// What is to be done (任务).
    pub title: Name,
    /// The organization that answers for it (责任单位).
    pub owner: GlobalId<Organization>,
    /// The last day in time, not before the campaign begins (应完成日期).
    pub due_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Give somebody a task in a campaign (分解活动任务).
#[verb(CampaignTask)]
pub async fn add_campaign_task(change: &mut Change, input: AddCampaignTaskInput) -> Result<Uuid> {
    let campaign = change
        .related_alone::<campaign::Entity, _>("campaign", &input.campaign)
        .await?;
    take(change, &campaign).await?;
    let owner = change
        .related::<organization::Entity, _>("owner", &input.owner)
        .await?;
    not_before(input.due_on.0, campaign.starts_on, "input.dueOn")?;
    let task = change
        .insert(campaign_task::ActiveModel {
            campaign_id: Set(campaign.id),
            dispatcher_id: Set(campaign.dispatcher_id),
            title: Set(input.title.0),
            owner_id: Set(owner.id),
            status: Set(CampaignTaskStatus::Open),
            due_on: Set(input.due_on.0),
            done_on: Set(None),
            result: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(task.id)
}
