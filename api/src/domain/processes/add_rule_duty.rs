//! Enter what a rule asks for again and again.

use inspectorate_entity::{
    organizations::agency_registration::Agency, processes::rule_duty, rules::rule_document,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, rule_duty::RuleDuty};
use crate::{
    access::change::Change,
    domain::rules::{kept, rule_document::RuleDocument, rule_gates},
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What entering a duty takes.
#[derive(Debug, Input)]
pub struct AddRuleDutyInput {
    /// The rule document, on trial or in force, of a dispatcher of your place (制度).
    pub rule: GlobalId<RuleDocument>,
    /// Who has to do it (责任机关).
    pub agency: Coded<Agency>,
    /// What has to be done; once for each agency (工作内容).
    pub action: Name,
    /// After how many months it has to be done again, 1 to 60 (间隔月数).
    pub every_months: i32,
    /// The day by which it has to be done for the first time, not before the rule took effect (首次期限).
    pub first_due_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Enter what a rule document asks of an agency again and again (登记制度规定的定期工作); its times follow from it.
#[verb(RuleDuty)]
pub async fn add_rule_duty(change: &mut Change, input: AddRuleDutyInput) -> Result<Uuid> {
    let rule = change
        .related_alone::<rule_document::Entity, _>("rule", &input.rule)
        .await?;
    let dispatcher = kept::by_somebody_here(change, rule.dispatcher_id, "input.rule").await?;
    rule_gates::is_in_force(&rule, "input.rule")?;
    gates::comes_again(input.every_months)?;
    let began = rule.effective_on.or(rule.issued_on);
    rule_gates::is_not_before(input.first_due_on.0, began, "input.firstDueOn")?;
    let duty = rule_duty::ActiveModel {
        rule_id: Set(rule.id),
        dispatcher_id: Set(dispatcher),
        agency: Set(input.agency.0),
        action: Set(input.action.0),
        every_months: Set(input.every_months),
        first_due_on: Set(input.first_due_on.0),
        ..Default::default()
    };
    Ok(change.insert(duty).await?.id)
}
