//! What must be true before a rule document changes: pure rules, named as they are said.

use chrono::{Datelike, Months, NaiveDate};
use inspectorate_entity::rules::rule_document::{self, RuleCause, RuleKind, RuleStatus, RuleTier};
use uuid::Uuid;

use super::rule_life_cycle::{Keeper, RuleFacts};
use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// What ships or is a superior's stays as it is.
pub fn is_kept_here(rule: &RuleFacts) -> Result<()> {
    match rule.keeper {
        Keeper::Here => Ok(()),
        Keeper::Superior => Err(Error::gate(
            Gate::KeptBySuperior,
            "A superior keeps this rule: it is changed there.",
            "该制度由上级管理，本级不可办理。",
        )),
        Keeper::Shipped => Err(Error::gate(
            Gate::ShippedWithService,
            "This rule ships with the service and is not changed.",
            "该制度随软件提供，不可修改。",
        )),
    }
}

/// A rule of one's own is on the basic list or something caused it; one from rectification names the problem or visit.
pub fn has_a_ground(rule: &RuleFacts) -> Result<()> {
    let grounded = match rule.kind {
        RuleKind::Own => rule.is_required || rule.cause.is_some(),
        RuleKind::FromRectification => matches!(
            rule.cause,
            Some(RuleCause::Finding | RuleCause::CommonProblem | RuleCause::GuidanceVisit)
        ),
        RuleKind::OfSuperior => true,
    };
    if grounded {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RuleWithoutGround,
        "Name the item of the basic list that the rule answers, or what caused it, with placeRule; one from rectification names the problem or visit.",
        "请先用 placeRule 注明对应的基本制度清单事项或制度成因；整改形成的制度须注明问题或指导督导。",
    ))
}

/// The year of issue: of the day, or given alone where the day is not known; neither lies in the future.
pub fn year_of_issue(day: Option<NaiveDate>, year: Option<i32>, today: NaiveDate) -> Result<i32> {
    match (day, year) {
        (Some(day), _) if day > today => Err(Error::bad_input(
            "input.issuedOn",
            format!("{day} lies in the future: today is {today}."),
            format!("{day} 尚未到来：今天是 {today}。"),
        )),
        (Some(day), Some(year)) if day.year() != year => Err(Error::bad_input(
            "input.issuedYear",
            format!("The day of issue {day} does not lie in {year}: give one of them."),
            format!("制发日期 {day} 不在 {year} 年，请只填一项。"),
        )),
        (Some(day), _) => Ok(day.year()),
        (None, Some(year)) if (1921..=today.year()).contains(&year) => Ok(year),
        (None, Some(year)) => Err(Error::bad_input(
            "input.issuedYear",
            format!("{year} is no year between 1921 and {}.", today.year()),
            format!("{year} 不在 1921 年至 {} 年之间。", today.year()),
        )),
        (None, None) => Err(Error::bad_input(
            "input.issuedOn",
            "Say when it was issued: the day, or the year where the day is not known.",
            "请填写制发日期；日期不详时填写制发年度。",
        )),
    }
}

/// Nothing ends, or takes effect, before it began.
pub fn is_not_before(day: NaiveDate, began: Option<NaiveDate>, field: &str) -> Result<()> {
    match began {
        Some(began) if day < began => Err(Error::bad_input(
            field,
            format!("{day} lies before {began}, when it began: choose a later day."),
            format!("{day} 早于起始日期 {began}，请更正。"),
        )),
        _ => Ok(()),
    }
}

/// Until when a rule on trial is to be reviewed: the day it prints, else so many months after it took effect.
pub fn review_due(
    printed: Option<NaiveDate>,
    effective: Option<NaiveDate>,
    months: i32,
) -> Result<Option<NaiveDate>> {
    if let Some(day) = printed {
        is_not_before(day, effective, "input.reviewDueOn")?;
        return Ok(Some(day));
    }
    let months = Months::new(u32::try_from(months).unwrap_or_default());
    Ok(effective.and_then(|day| day.checked_add_months(months)))
}

/// A rule details one of a higher tier, and those that detail it stand lower; so nothing ever stands below itself.
pub fn parent_stands_higher(
    tier: Option<RuleTier>,
    parent: Option<Option<RuleTier>>,
    children: &[Option<RuleTier>],
) -> Result<()> {
    let higher = |above: Option<RuleTier>, below: Option<RuleTier>| match (above, below) {
        (Some(above), Some(below)) => above < below,
        _ => false,
    };
    let fits = parent.is_none_or(|parent| higher(parent, tier))
        && children.iter().all(|child| higher(tier, *child));
    if fits {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RuleTierOrder,
        "A rule details one of a higher tier (core, supporting, detailed), and both tiers are named: give it another tier or parent.",
        "下位制度须属较低层次（核心、支撑、配套），且两者均须注明层次：请调整层次或上位制度。",
    )
    .field("input.parent"))
}

/// What a rule of one dispatcher stands with in a list, a tier or a chain belongs to the same dispatcher.
pub fn is_of_the_same_dispatcher(
    own: Option<Uuid>,
    other: Option<Uuid>,
    field: &str,
) -> Result<()> {
    if own == other {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RecordOfAnotherDispatcher,
        "It belongs to another dispatcher: choose one of the same.",
        "该记录属于其他派出机关，请选择本机关的记录。",
    )
    .field(field))
}

/// A rule neither takes its own place nor rests on itself.
pub fn is_another_rule(own: Uuid, other: Uuid, field: &str) -> Result<()> {
    if own != other {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RuleRefersToItself,
        "A rule neither takes its own place nor rests on itself: choose another document.",
        "制度不能替代自身或以自身为依据，请选择其他文件。",
    )
    .field(field))
}

/// Only a rule in force, formally or on trial, takes the place of another.
pub fn is_in_force(rule: &rule_document::Model, field: &str) -> Result<()> {
    if matches!(rule.status, RuleStatus::OnTrial | RuleStatus::Formal) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RuleNotInForce,
        format!(
            "`{}` is not in force: establish it first, or choose another.",
            rule.title
        ),
        format!("《{}》未在施行，请先施行或另选制度。", rule.title),
    )
    .field(field))
}

/// A cause is named with its kind, and only a superior's rule is caused by a rule document.
pub fn cause_is_told(kind: Option<RuleCause>, has_text: bool, has_rule: bool) -> Result<()> {
    let told = match kind {
        None => !has_text && !has_rule,
        Some(RuleCause::SuperiorRule) => has_text || has_rule,
        Some(_) => has_text && !has_rule,
    };
    if told {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.cause",
        "Name the kind of the cause with the cause in words; a superior's rule may be named as a document instead.",
        "请同时填写成因类别和成因说明；成因为上级制度的，可改为指明该制度文件。",
    ))
}

/// What is not asked for any more is not waived again.
pub fn is_still_required(waived_on: Option<NaiveDate>) -> Result<()> {
    let Some(day) = waived_on else { return Ok(()) };
    Err(Error::gate(
        Gate::AlreadyEnded,
        format!("It was waived on {day}: there is nothing left to waive."),
        format!("已于 {day} 免除，无需再次免除。"),
    )
    .field("input.requiredRule"))
}
