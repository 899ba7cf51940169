//! Saying which rule documents a campaign carries out, for the verbs that do.

use inspectorate_entity::{plans::campaign_rule, rules::rule_document};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::gates;
use crate::{
    access::change::Change, domain::rules::rule_document::RuleDocument, error::Result,
    graphql::node_id::GlobalId,
};

/// Write that `campaign` carries out `rules`, each given with its field in the input.
pub async fn cite(
    change: &mut Change,
    campaign: Uuid,
    rules: &[(String, &GlobalId<RuleDocument>)],
) -> Result<()> {
    let cited = campaign_rule::Column::CampaignId.eq(campaign);
    let cited = change.rows::<campaign_rule::Entity>(cited).await?;
    let mut cited: Vec<Uuid> = cited.into_iter().map(|row| row.rule_id).collect();
    gates::cites_few_rules(cited.len() + rules.len())?;
    let mut new = Vec::with_capacity(rules.len());
    for (field, rule) in rules {
        let rule = change
            .related::<rule_document::Entity, _>(field, rule)
            .await?
            .id;
        gates::cites_a_rule_once(&cited, rule, &format!("input.{field}"))?;
        cited.push(rule);
        new.push(campaign_rule::ActiveModel {
            campaign_id: Set(campaign),
            rule_id: Set(rule),
        });
    }
    change.insert_all(new).await
}
