//! Take a rule out of force.

use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{rule_document::RuleDocument, rule_gates, rule_step};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// The end of a rule (废止).
#[derive(Input)]
pub struct AbolishRuleInput {
    /// The rule document (制度).
    pub rule: GlobalId<RuleDocument>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// Its last day in force (失效日期).
    pub ended_on: Date,
    /// Why: superseded, outdated, its trial not continued (废止原因).
    pub reason: Paragraph,
}

/// Take a rule out of force, or out of the inventory, without another in its place (废止); it stays on record.
#[verb(RuleDocument)]
pub async fn abolish_rule(change: &mut Change, input: AbolishRuleInput) -> Result<Uuid> {
    let rule = rule_step::subject(change, &input.rule, input.version).await?;
    let status = rule_step::take(change, &rule)?;
    rule_gates::is_not_before(input.ended_on.0, rule.effective_on, "input.endedOn")?;
    let mut abolished = rule.clone().into_active_model();
    abolished.status = Set(status);
    abolished.ended_on = Set(Some(input.ended_on.0));
    abolished.end_reason = Set(Some(input.reason.0));
    Ok(change.update(&rule, abolished).await?.id)
}
