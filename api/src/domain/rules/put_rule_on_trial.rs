//! Put a rule in force on trial.

use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{rule_document::RuleDocument, rule_gates, rule_step};
use crate::{
    access::change::Change,
    blocks::setting,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// A rule that is tried out (试行).
#[derive(Input)]
pub struct PutRuleOnTrialInput {
    /// The rule document (制度).
    pub rule: GlobalId<RuleDocument>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// When it was issued, not in the future (制发日期).
    pub issued_on: Option<Date>,
    /// The year in which it was issued, where the day is not known (制发年度).
    pub issued_year: Option<i32>,
    /// First day in force; the day of issue when left out (施行日期).
    pub effective_on: Option<Date>,
    /// When it is to be reviewed, where the document says so; by the dispatcher's setting TRIAL_REVIEW_MONTHS when left out (复核日期).
    pub review_due_on: Option<Date>,
}

/// Put a rule of the inventory in force on trial (试行); it is to be reviewed and established, revised or abolished.
#[verb(RuleDocument)]
pub async fn put_rule_on_trial(change: &mut Change, input: PutRuleOnTrialInput) -> Result<Uuid> {
    let rule = rule_step::subject(change, &input.rule, input.version).await?;
    let status = rule_step::take(change, &rule)?;
    let issued_on = input.issued_on.map(|day| day.0);
    let year = rule_gates::year_of_issue(issued_on, input.issued_year, change.today())?;
    let effective_on = input.effective_on.map(|day| day.0).or(issued_on);
    if let Some(day) = effective_on {
        rule_gates::is_not_before(day, issued_on, "input.effectiveOn")?;
    }
    let dispatcher = rule.dispatcher_id.unwrap_or_default();
    let settings = setting::of_change(
        change,
        dispatcher,
        effective_on.unwrap_or_else(|| change.today()),
    )
    .await?;
    let due = rule_gates::review_due(
        input.review_due_on.map(|day| day.0),
        effective_on,
        settings.number(setting::TRIAL_REVIEW_MONTHS),
    )?;
    let mut tried = rule.clone().into_active_model();
    tried.status = Set(status);
    tried.issued_on = Set(issued_on);
    tried.issued_year = Set(Some(year));
    tried.effective_on = Set(effective_on);
    tried.review_due_on = Set(due);
    Ok(change.update(&rule, tried).await?.id)
}
