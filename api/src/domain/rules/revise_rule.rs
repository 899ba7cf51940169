//! Give a rule a new wording.

use inspectorate_entity::rules::rule_document::{self, RuleMaking, RuleStatus};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, IntoActiveModel};
use uuid::Uuid;

use super::{rule_document::RuleDocument, rule_gates, rule_step};
use crate::{
    access::change::Change,
    blocks::setting,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name, Paragraph},
    },
};

/// The new wording of a rule (修订完善).
#[derive(Input)]
pub struct ReviseRuleInput {
    /// The rule document in force (制度).
    pub rule: GlobalId<RuleDocument>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// The number of the new wording; left out when it has none (文号).
    pub number: Option<Code>,
    /// Its title; the old one's when left out (名称).
    pub title: Option<Name>,
    /// When it was issued, not in the future (制发日期).
    pub issued_on: Option<Date>,
    /// The year in which it was issued, where the day is not known (制发年度).
    pub issued_year: Option<i32>,
    /// First day in force; the day of issue when left out; the old wording ends the day before (施行日期).
    pub effective_on: Option<Date>,
    /// Whether the new wording is in force on trial (是否试行).
    pub on_trial: Option<bool>,
    /// Why it was revised (修订原因).
    pub reason: Paragraph,
}

/// Give a rule in force a new wording as its next edition; the old one stays on record as revised, and names the new (修订完善).
#[verb(RuleDocument)]
pub async fn revise_rule(change: &mut Change, input: ReviseRuleInput) -> Result<Uuid> {
    let rule = rule_step::subject(change, &input.rule, input.version).await?;
    let status = rule_step::take(change, &rule)?;
    let issued_on = input.issued_on.map(|day| day.0);
    let year = rule_gates::year_of_issue(issued_on, input.issued_year, change.today())?;
    let effective_on = input.effective_on.map(|day| day.0).or(issued_on);
    let mut last = None;
    if let Some(day) = effective_on {
        rule_gates::is_not_before(day, issued_on, "input.effectiveOn")?;
        let first = rule.effective_on.and_then(|first| first.succ_opt());
        rule_gates::is_not_before(day, first, "input.effectiveOn")?;
        last = day.pred_opt();
    }
    let on_trial = input.on_trial.unwrap_or(false);
    let dispatcher = rule.dispatcher_id.unwrap_or_default();
    let due = if on_trial {
        let settings = setting::of_change(change, dispatcher, change.today()).await?;
        rule_gates::review_due(
            None,
            effective_on,
            settings.number(setting::TRIAL_REVIEW_MONTHS),
        )?
    } else {
        None
    };
    let next = rule_document::ActiveModel {
        dispatcher_id: Set(rule.dispatcher_id),
        number: Set(input.number.map(|number| number.0)),
        title: Set(input
            .title
            .map_or_else(|| rule.title.clone(), |title| title.0)),
        english_title: Set(rule.english_title.clone()),
        issuer: Set(rule.issuer.clone()),
        issuing_agency: Set(rule.issuing_agency),
        kind: Set(rule.kind),
        making: Set(RuleMaking::Revision),
        edition: Set(rule.edition + 1),
        tier: Set(rule.tier),
        parent_id: Set(rule.parent_id),
        required_rule_id: Set(rule.required_rule_id),
        governs_id: Set(rule.governs_id),
        cause_kind: Set(rule.cause_kind),
        cause: Set(rule.cause.clone()),
        cause_rule_id: Set(rule.cause_rule_id),
        status: Set(if on_trial {
            RuleStatus::OnTrial
        } else {
            RuleStatus::Formal
        }),
        issued_on: Set(issued_on),
        issued_year: Set(Some(year)),
        effective_on: Set(effective_on),
        review_due_on: Set(due),
        source: Set(rule.source.clone()),
        ..Default::default()
    };
    let next = change.insert(next).await?;
    // What details the rule details its new wording.
    let children = change
        .rows::<rule_document::Entity>(rule_document::Column::ParentId.eq(rule.id))
        .await?;
    for child in children {
        let mut moved = child.clone().into_active_model();
        moved.parent_id = Set(Some(next.id));
        change.update(&child, moved).await?;
    }
    let mut revised = rule.clone().into_active_model();
    revised.status = Set(status);
    revised.ended_on = Set(last);
    revised.end_reason = Set(Some(input.reason.0));
    revised.replaced_by_id = Set(Some(next.id));
    change.update(&rule, revised).await?;
    Ok(next.id)
}
