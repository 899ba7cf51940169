use uuid::Uuid;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(first: &str, last: &str) -> Days {
    Days::new(day(first), day(last), "input.endsOn").unwrap()
}

#[test]
fn a_term_that_ends_before_it_starts_is_refused_on_its_field() {
    let error = Days::new(day("2026-01-02"), day("2026-01-01"), "input.endsOn").unwrap_err();
    assert_eq!(error.field.as_deref(), Some("input.endsOn"));
}

#[test]
fn terms_may_touch_but_not_overlap() {
    let eighth = days("2021-10-01", "2026-09-30");
    assert!(terms_do_not_overlap(days("2026-10-01", "2031-09-30"), &[eighth]).is_ok());
    let error = terms_do_not_overlap(days("2026-09-30", "2031-09-30"), &[eighth]).unwrap_err();
    assert_eq!(error.gate, Some(Gate::TermOverlaps));
}

#[test]
fn the_years_of_a_plan_lie_in_its_term() {
    let term = days("2021-10-01", "2026-09-30");
    assert!(years_lie_in_term(2022, 2026, term).is_ok());
    let error = years_lie_in_term(2022, 2027, term).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("input.toYear"));
    let error = years_lie_in_term(2026, 2022, term).unwrap_err();
    assert_eq!(error.gate, None);
}

#[test]
fn an_annual_plan_needs_an_issued_five_year_plan() {
    let years = (2022, 2026);
    assert!(annual_plan_follows(PlanKind::FiveYear, PlanStatus::Issued, years, 2023).is_ok());
    let error =
        annual_plan_follows(PlanKind::FiveYear, PlanStatus::Approved, years, 2023).unwrap_err();
    assert_eq!(error.gate, Some(Gate::FiveYearPlanNotIssued));
    let error =
        annual_plan_follows(PlanKind::FiveYear, PlanStatus::Issued, years, 2027).unwrap_err();
    assert_eq!(error.gate, Some(Gate::YearOutsidePlan));
    assert!(annual_plan_follows(PlanKind::Annual, PlanStatus::Issued, years, 2023).is_err());
}

#[test]
fn an_object_is_listed_once_and_by_its_own_dispatcher() {
    let (dispatcher, organization) = (Uuid::from_u128(1), Uuid::from_u128(2));
    assert!(object_is_new(&[], organization, "input.organization").is_ok());
    let error = object_is_new(&[organization], organization, "input.organization").unwrap_err();
    assert_eq!(error.gate, Some(Gate::ObjectListedTwice));
    assert!(object_of_the_dispatcher(Some(dispatcher), dispatcher, "input.organization").is_ok());
    assert!(object_of_the_dispatcher(None, dispatcher, "input.organization").is_err());
}

#[test]
fn a_look_back_needs_an_earlier_inspection() {
    let look_back = day("2023-05-01");
    assert!(inspected_before(Some(day("2022-05-01")), look_back, "input.on").is_ok());
    assert!(inspected_before(Some(look_back), look_back, "input.on").is_err());
    assert!(inspected_before(None, look_back, "input.on").is_err());
}

#[test]
fn full_coverage_leaves_nothing_out() {
    assert!(nothing_uncovered(81, 0).is_ok());
    assert_eq!(
        nothing_uncovered(105, 23).unwrap_err().gate,
        Some(Gate::ObjectsUncovered)
    );
    assert_eq!(
        nothing_uncovered(0, 0).unwrap_err().gate,
        Some(Gate::PlanWithoutObjects)
    );
}
