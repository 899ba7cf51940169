//! Close a campaign.

use inspectorate_entity::plans::campaign;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{campaign::Campaign, campaign_step::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What closing a campaign takes.
#[derive(Debug, Input)]
pub struct CloseCampaignInput {
    /// The campaign (活动).
    pub campaign: GlobalId<Campaign>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it (活动成效).
    pub result: Paragraph,
    /// Its last day, not in the future; today when left out (结束日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Close a campaign with its result (活动总结); every task of it is done.
#[verb(Campaign)]
pub async fn close_campaign(change: &mut Change, input: CloseCampaignInput) -> Result<Uuid> {
    let campaign = change
        .subject::<campaign::Entity, _>("campaign", &input.campaign, input.version)
        .await?;
    let status = take(change, &campaign).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, campaign.starts_on, "input.on")?;
    let mut closed = campaign.clone().into_active_model();
    closed.status = Set(status);
    closed.ends_on = Set(Some(day));
    closed.result = Set(Some(input.result.0));
    Ok(change.update(&campaign, closed).await?.id)
}
