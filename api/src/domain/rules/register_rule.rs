//! Put a rule document into the inventory.

use inspectorate_entity::{
    organizations::{agency_registration::Agency, organization},
    rules::rule_document::{self, RuleCause, RuleKind, RuleMaking, RuleStatus, RuleTier},
};
use inspectorate_macros::{Input, verb};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    code_list_entry::CodeListEntry, kept, required_rule::RequiredRule, rule_document::RuleDocument,
    rule_gates, rule_step,
};
use crate::{
    access::change::Change,
    domain::organizations::{dated, gates::is_dispatcher, organization::Organization},
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        text::{Code, Name, Paragraph},
    },
};

/// A rule document for the inventory (制度登记).
#[derive(Input)]
pub struct RegisterRuleInput {
    /// The dispatching organization that keeps it in its register (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// Its number; left out when it has none (文号).
    pub number: Option<Code>,
    /// Its title as printed (名称).
    pub title: Name,
    /// Its title in English (英文名称).
    pub english_title: Option<Name>,
    /// Who issued it or is to issue it, as printed (制发机关).
    pub issuer: Name,
    /// The agency as which the issuer acts (制发主体).
    pub issuing_agency: Coded<Agency>,
    /// Whose rule it is (制度类别).
    pub kind: Coded<RuleKind>,
    /// Its tier; placeRule gives one later (制度层次).
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
    /// Where the record was taken from (出处).
    pub source: Option<Name>,
}

/// Put a rule document into the inventory of a dispatcher (制度登记); it is in force only once it is put on trial or established.
#[verb(RuleDocument)]
pub async fn register_rule(change: &mut Change, input: RegisterRuleInput) -> Result<Uuid> {
    rule_gates::cause_is_told(
        input.cause_kind.map(|kind| kind.0),
        input.cause.is_some(),
        input.cause_rule.is_some(),
    )?;
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let registrations = dated::registrations(change, dispatcher.id).await?;
    is_dispatcher(&registrations, change.today(), "input.dispatcher")?;
    let tier = input.tier.map(|tier| tier.0);
    let parent =
        rule_step::parent(change, dispatcher.id, tier, input.parent.as_ref(), None).await?;
    let requirement =
        rule_step::requirement(change, dispatcher.id, input.required_rule.as_ref()).await?;
    let governs = rule_step::process(change, input.governs.as_ref()).await?;
    let cause_rule = match &input.cause_rule {
        Some(id) => Some(
            change
                .related::<rule_document::Entity, _>("causeRule", id)
                .await?
                .id,
        ),
        None => None,
    };
    let rule = rule_document::ActiveModel {
        dispatcher_id: Set(Some(dispatcher.id)),
        number: Set(input.number.map(|number| number.0)),
        title: Set(input.title.0),
        english_title: Set(input.english_title.map(|title| title.0)),
        issuer: Set(input.issuer.0),
        issuing_agency: Set(input.issuing_agency.0),
        kind: Set(input.kind.0),
        making: Set(RuleMaking::New),
        edition: Set(1),
        tier: Set(tier),
        parent_id: Set(parent),
        required_rule_id: Set(requirement),
        governs_id: Set(governs),
        cause_kind: Set(input.cause_kind.map(|kind| kind.0)),
        cause: Set(input.cause.map(|cause| cause.0)),
        cause_rule_id: Set(cause_rule),
        status: Set(RuleStatus::Inventoried),
        source: Set(input.source.map(|source| source.0)),
        ..Default::default()
    };
    Ok(change.insert(rule).await?.id)
}
