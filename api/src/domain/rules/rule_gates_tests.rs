//! The gates of rule documents with values.

use chrono::NaiveDate;
use inspectorate_entity::rules::rule_document::{RuleCause, RuleKind, RuleTier};

use super::{
    rule_gates::*,
    rule_life_cycle::{Keeper, RuleFacts},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_ground_fits_the_kind() {
    let facts = |kind, is_required, cause| RuleFacts {
        kind,
        is_required,
        cause,
        keeper: Keeper::Here,
    };
    assert!(has_a_ground(&facts(RuleKind::Own, true, None)).is_ok());
    assert!(has_a_ground(&facts(RuleKind::Own, false, Some(RuleCause::SuperiorRule))).is_ok());
    assert!(has_a_ground(&facts(RuleKind::Own, false, None)).is_err());
    assert!(has_a_ground(&facts(RuleKind::OfSuperior, false, None)).is_ok());
    let rectified = |cause| has_a_ground(&facts(RuleKind::FromRectification, true, cause));
    assert!(rectified(Some(RuleCause::Finding)).is_ok());
    assert!(rectified(Some(RuleCause::SuperiorRule)).is_err());
    assert!(rectified(None).is_err());
}

#[test]
fn the_year_is_that_of_the_day() {
    let today = day("2026-11-22");
    assert_eq!(
        year_of_issue(Some(day("2022-05-01")), None, today).unwrap(),
        2022
    );
    assert_eq!(year_of_issue(None, Some(2022), today).unwrap(), 2022);
    assert!(year_of_issue(Some(day("2022-05-01")), Some(2021), today).is_err());
    assert!(year_of_issue(None, Some(2027), today).is_err());
    assert!(year_of_issue(Some(day("2026-11-23")), None, today).is_err());
    assert!(year_of_issue(None, None, today).is_err());
}

#[test]
fn a_trial_is_reviewed_when_it_says_or_after_so_many_months() {
    let began = Some(day("2022-01-31"));
    assert_eq!(review_due(None, began, 1).unwrap(), Some(day("2022-02-28")));
    assert_eq!(
        review_due(Some(day("2023-01-01")), began, 1).unwrap(),
        Some(day("2023-01-01"))
    );
    assert!(review_due(Some(day("2021-01-01")), began, 1).is_err());
    assert_eq!(review_due(None, None, 24).unwrap(), None);
}

#[test]
fn tiers_go_down_only() {
    let (core, supporting, detailed) = (
        Some(RuleTier::Core),
        Some(RuleTier::Supporting),
        Some(RuleTier::Detailed),
    );
    assert!(parent_stands_higher(supporting, Some(core), &[detailed]).is_ok());
    assert!(parent_stands_higher(core, None, &[]).is_ok());
    assert!(parent_stands_higher(core, Some(core), &[]).is_err());
    assert!(parent_stands_higher(None, Some(core), &[]).is_err());
    assert!(parent_stands_higher(detailed, None, &[supporting]).is_err());
}

#[test]
fn a_cause_has_kind_and_words() {
    assert!(cause_is_told(None, false, false).is_ok());
    assert!(cause_is_told(Some(RuleCause::SuperiorRule), false, true).is_ok());
    assert!(cause_is_told(Some(RuleCause::Finding), true, false).is_ok());
    assert!(cause_is_told(Some(RuleCause::Finding), true, true).is_err());
    assert!(cause_is_told(None, true, false).is_err());
}
