//! Say where a rule document belongs and what it is for.

use inspectorate_entity::rules::rule_document::{self, RuleCause, RuleTier};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{
    code_list_entry::CodeListEntry, required_rule::RequiredRule, rule_document::RuleDocument,
    rule_gates, rule_step,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, text::Paragraph},
};

/// Where a rule document belongs: what is left out is taken away (制度归类).
#[derive(Input)]
pub struct PlaceRuleInput {
    /// The rule document (制度).
    pub rule: GlobalId<RuleDocument>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// Its tier (制度层次).
    pub tier: Option<Coded<RuleTier>>,
    /// The rule of a higher tier of the same dispatcher that it details (上位制度).
    pub parent: Option<GlobalId<RuleDocument>>,
    /// The item of the basic list that it answers (基本制度清单事项).
    pub required_rule: Option<GlobalId<RequiredRule>>,
    /// The process that it governs: a code of the list GOVERNED_PROCESS (所规范的流程).
    pub governs: Option<GlobalId<CodeListEntry>>,
    /// What made it necessary (成因).
    pub cause_kind: Option<Coded<RuleCause>>,
    /// The cause in words, such as the problem found (成因说明).
    pub cause: Option<Paragraph>,
    /// The superior's rule that it carries out, with SUPERIOR_RULE (所落实的上级制度).
    pub cause_rule: Option<GlobalId<RuleDocument>>,
}

/// Say in which tier, under which rule and for which item of the basic list a rule document stands, what it governs and what caused it (制度归类).
#[verb(RuleDocument)]
pub async fn place_rule(change: &mut Change, input: PlaceRuleInput) -> Result<Uuid> {
    let rule = rule_step::subject(change, &input.rule, input.version).await?;
    rule_gates::cause_is_told(
        input.cause_kind.map(|kind| kind.0),
        input.cause.is_some(),
        input.cause_rule.is_some(),
    )?;
    let dispatcher = rule.dispatcher_id.unwrap_or_default();
    let tier = input.tier.map(|tier| tier.0);
    let parent = rule_step::parent(
        change,
        dispatcher,
        tier,
        input.parent.as_ref(),
        Some(rule.id),
    )
    .await?;
    let requirement =
        rule_step::requirement(change, dispatcher, input.required_rule.as_ref()).await?;
    let governs = rule_step::process(change, input.governs.as_ref()).await?;
    let cause_rule = match &input.cause_rule {
        Some(id) => {
            let cause = change
                .related::<rule_document::Entity, _>("causeRule", id)
                .await?;
            rule_gates::is_another_rule(rule.id, cause.id, "input.causeRule")?;
            Some(cause.id)
        }
        None => None,
    };
    let mut placed = rule.clone().into_active_model();
    placed.tier = Set(tier);
    placed.parent_id = Set(parent);
    placed.required_rule_id = Set(requirement);
    placed.governs_id = Set(governs);
    placed.cause_kind = Set(input.cause_kind.map(|kind| kind.0));
    placed.cause = Set(input.cause.map(|cause| cause.0));
    placed.cause_rule_id = Set(cause_rule);
    Ok(change.update(&rule, placed).await?.id)
}
