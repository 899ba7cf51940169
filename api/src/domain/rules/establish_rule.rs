//! Put a rule in force.

use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{rule_document::RuleDocument, rule_gates, rule_step};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// A rule that comes into force (新建、转正).
#[derive(Input)]
pub struct EstablishRuleInput {
    /// The rule document (制度).
    pub rule: GlobalId<RuleDocument>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// When it was issued, not in the future; that of the trial stands when left out (制发日期).
    pub issued_on: Option<Date>,
    /// The year in which it was issued, where the day is not known (制发年度).
    pub issued_year: Option<i32>,
    /// First day in force; the day of issue when left out (施行日期).
    pub effective_on: Option<Date>,
}

/// Put a rule of the inventory in force, or make one on trial formal (新建、转正).
#[verb(RuleDocument)]
pub async fn establish_rule(change: &mut Change, input: EstablishRuleInput) -> Result<Uuid> {
    let rule = rule_step::subject(change, &input.rule, input.version).await?;
    let status = rule_step::take(change, &rule)?;
    let (issued_on, issued_year) = match (input.issued_on, input.issued_year) {
        (None, None) => (rule.issued_on, rule.issued_year),
        (day, year) => (day.map(|day| day.0), year),
    };
    let year = rule_gates::year_of_issue(issued_on, issued_year, change.today())?;
    let effective_on = input
        .effective_on
        .map(|day| day.0)
        .or(rule.effective_on)
        .or(issued_on);
    if let Some(day) = effective_on {
        let began = if rule.effective_on.is_some() {
            rule.effective_on
        } else {
            issued_on
        };
        rule_gates::is_not_before(day, began, "input.effectiveOn")?;
    }
    let mut established = rule.clone().into_active_model();
    established.status = Set(status);
    established.issued_on = Set(issued_on);
    established.issued_year = Set(Some(year));
    established.effective_on = Set(effective_on);
    Ok(change.update(&rule, established).await?.id)
}
