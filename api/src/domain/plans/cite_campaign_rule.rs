//! Say which rule document a campaign carries out.

use inspectorate_entity::plans::campaign;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{campaign::Campaign, campaign_citation::cite, campaign_step::take};
use crate::{
    access::change::Change, domain::rules::rule_document::RuleDocument, error::Result,
    graphql::node_id::GlobalId, read::noun::Noun as _,
};

/// What saying which rule document a campaign carries out takes.
#[derive(Debug, Input)]
pub struct CiteCampaignRuleInput {
    /// The campaign, which still runs (活动).
    pub campaign: GlobalId<Campaign>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The rule document, not cited by the campaign before (制度).
    pub rule: GlobalId<RuleDocument>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say which rule document a campaign carries out (登记活动所落实的制度).
#[verb(Campaign)]
pub async fn cite_campaign_rule(change: &mut Change, input: CiteCampaignRuleInput) -> Result<Uuid> {
    let campaign = change
        .subject::<campaign::Entity, _>("campaign", &input.campaign, input.version)
        .await?;
    take(change, &campaign).await?;
    cite(change, campaign.id, &[("rule".to_owned(), &input.rule)]).await?;
    change.touch(Campaign::DEF, &[campaign.id]).await?;
    Ok(campaign.id)
}
