//! Let a rule give way to another.

use inspectorate_entity::rules::rule_document;
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{rule_document::RuleDocument, rule_gates, rule_step};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// A rule that gives way to another (制度替代).
#[derive(Input)]
pub struct ReplaceRuleInput {
    /// The rule document in force that gives way (被替代的制度).
    pub rule: GlobalId<RuleDocument>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// The rule document in force, of the same dispatcher, that takes its place (替代制度).
    pub replaced_by: GlobalId<RuleDocument>,
    /// Its last day in force (失效日期).
    pub ended_on: Date,
    /// Why (原因).
    pub reason: Paragraph,
}

/// Let a rule in force give way to another document of the same dispatcher (制度替代); a new wording of itself is a revision.
#[verb(RuleDocument)]
pub async fn replace_rule(change: &mut Change, input: ReplaceRuleInput) -> Result<Uuid> {
    let rule = rule_step::subject(change, &input.rule, input.version).await?;
    let status = rule_step::take(change, &rule)?;
    let by = change
        .related::<rule_document::Entity, _>("replacedBy", &input.replaced_by)
        .await?;
    rule_gates::is_another_rule(rule.id, by.id, "input.replacedBy")?;
    rule_gates::is_of_the_same_dispatcher(
        rule.dispatcher_id,
        by.dispatcher_id,
        "input.replacedBy",
    )?;
    rule_gates::is_in_force(&by, "input.replacedBy")?;
    rule_gates::is_not_before(input.ended_on.0, rule.effective_on, "input.endedOn")?;
    let mut replaced = rule.clone().into_active_model();
    replaced.status = Set(status);
    replaced.ended_on = Set(Some(input.ended_on.0));
    replaced.end_reason = Set(Some(input.reason.0));
    replaced.replaced_by_id = Set(Some(by.id));
    Ok(change.update(&rule, replaced).await?.id)
}
