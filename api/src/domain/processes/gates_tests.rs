use chrono::DateTime;
use inspectorate_entity::rules::rule_document::{RuleKind, RuleMaking};

use super::*;

fn list(key: &str, keeper: Option<Uuid>, edition: i32) -> checklist::Model {
    checklist::Model {
        id: Uuid::now_v7(),
        dispatcher_id: keeper,
        key: key.to_owned(),
        edition,
        kind: ChecklistKind::Focus,
        name: String::new(),
        name_zh: String::new(),
        object_type: None,
        sector_code: None,
        rule_id: None,
        source: String::new(),
        valid_from: None,
        valid_to: None,
        version: 1,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn ones_own_list_stands_before_the_superiors_and_the_shipped_one() {
    let (own, above) = (Uuid::now_v7(), Uuid::now_v7());
    let way_up = [own, above];
    let (shipped, city, county) = (
        list("A", None, 1),
        list("A", Some(above), 3),
        list("A", Some(own), 1),
    );
    let only = list("B", None, 1);
    let chosen = |lists: &[&checklist::Model]| -> Vec<Uuid> {
        let lists = lists.iter().map(|list| (*list).clone()).collect();
        nearest(lists, &way_up)
            .into_iter()
            .map(|list| list.id)
            .collect()
    };
    assert_eq!(
        chosen(&[&shipped, &city, &county, &only]),
        [county.id, only.id]
    );
    assert_eq!(chosen(&[&county, &city, &shipped]), [county.id]);
    assert_eq!(chosen(&[&shipped, &city]), [city.id]);
    let newer = list("A", Some(above), 4);
    assert_eq!(chosen(&[&city, &newer]), [newer.id]);
    assert_eq!(chosen(&[&newer, &city]), [newer.id]);
}

#[test]
fn a_template_concerns_organizations_of_its_type_and_sector() {
    let kind = |object_type: Option<&str>, sector: Option<&str>| ObjectKind {
        object_type: object_type.map(str::to_owned),
        sector: sector.map(str::to_owned),
    };
    let mut schools = list("SCHOOL_FOCUS", None, 1);
    schools.object_type = Some("SCHOOL".to_owned());
    schools.sector_code = Some("EDUCATION".to_owned());
    assert!(concerns(
        &schools,
        &[kind(Some("SCHOOL"), Some("EDUCATION"))]
    ));
    assert!(!concerns(
        &schools,
        &[kind(Some("SCHOOL"), None), kind(None, Some("EDUCATION"))]
    ));
    assert!(concerns(
        &list("HEAD_SYSTEMS", None, 1),
        &[kind(None, None)]
    ));
    let mut process = list(PROCESS, None, 1);
    process.kind = ChecklistKind::Process;
    assert!(concerns(&process, &[]));
    process.key = "ANOTHER".to_owned();
    assert!(!concerns(&process, &[]));
}

#[test]
fn a_rule_binds_from_its_first_day_to_its_last() {
    let rule = |status, effective: Option<&str>, ended: Option<&str>| rule_document::Model {
        id: Uuid::now_v7(),
        dispatcher_id: None,
        number: None,
        title: String::new(),
        english_title: None,
        issuer: String::new(),
        issuing_agency: Agency::Dispatcher,
        kind: RuleKind::Own,
        making: RuleMaking::New,
        edition: 1,
        tier: None,
        parent_id: None,
        required_rule_id: None,
        governs_id: None,
        cause_kind: None,
        cause: None,
        cause_rule_id: None,
        status,
        issued_on: None,
        issued_year: Some(2021),
        effective_on: effective.map(day),
        review_due_on: None,
        ended_on: ended.map(day),
        end_reason: None,
        replaced_by_id: None,
        source: None,
        version: 1,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    };
    let on = day("2022-06-01");
    assert!(binds_on(
        &rule(RuleStatus::Formal, Some("2022-06-01"), None),
        on
    ));
    assert!(!binds_on(
        &rule(RuleStatus::Formal, Some("2022-06-02"), None),
        on
    ));
    assert!(
        binds_on(&rule(RuleStatus::OnTrial, None, None), on),
        "known by its year"
    );
    assert!(binds_on(
        &rule(RuleStatus::Revised, None, Some("2022-06-01")),
        on
    ));
    assert!(!binds_on(
        &rule(RuleStatus::Revised, None, Some("2022-05-31")),
        on
    ));
    assert!(!binds_on(&rule(RuleStatus::Replaced, None, None), on));
    assert!(!binds_on(&rule(RuleStatus::Inventoried, None, None), on));
}

#[test]
fn a_step_is_done_and_a_question_answered() {
    use ChecklistOutcome as O;
    let refused = |kind, outcome| {
        outcome_fits(kind, outcome)
            .err()
            .and_then(|error| error.field)
    };
    for (kind, fitting, other) in [
        (ChecklistKind::Process, O::Done, O::NoProblem),
        (ChecklistKind::Focus, O::ProblemFound, O::Done),
    ] {
        assert_eq!(refused(kind, fitting), None);
        assert_eq!(refused(kind, O::NotApplicable), None);
        assert_eq!(refused(kind, other).as_deref(), Some("input.outcome"));
    }
    assert!(says_why_not(O::NotApplicable, false).is_err());
    assert!(says_why_not(O::NotApplicable, true).is_ok());
    assert!(says_why_not(O::Done, false).is_ok());
    assert!(is_under_way(InspectionStatus::Proposed).is_err());
    assert!(is_under_way(InspectionStatus::Closed).is_ok());
    assert!(is_bound(false).is_err() && is_bound(true).is_ok());
}

#[test]
fn a_duty_comes_again_within_five_years_and_is_its_agencys() {
    assert!(comes_again(1).is_ok() && comes_again(60).is_ok());
    assert!(comes_again(0).is_err() && comes_again(61).is_err());
    assert!(duty_of_the_viewer(Agency::Discipline, Agency::Discipline).is_ok());
    assert!(duty_of_the_viewer(Agency::Office, Agency::Discipline).is_ok());
    assert!(duty_of_the_viewer(Agency::Organization, Agency::Discipline).is_err());
}
