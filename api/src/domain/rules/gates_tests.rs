//! The rules of this area, each with values that pass and values that do not.

use chrono::NaiveDate;
use inspectorate_entity::rules::{deadline_rule::DeadlineUnit, workday_calendar::DayKind};

use super::{
    deadline_gates::{agency_may_extend, notice_is_consistent},
    gates::{code_is_spelled, length_is_sensible, warnings_are_steps},
};
use crate::{access::policy::Agency, blocks::gate::Gate, error::Result};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn field_of(result: Result<()>) -> Option<String> {
    result.expect_err("refused").field
}

#[test]
fn codes_are_written_in_capitals() {
    assert!(code_is_spelled("STATE_2", "input.code").is_ok());
    for bad in ["", "state", "2ND", "_A", "A-B", "国企"] {
        assert!(code_is_spelled(bad, "input.code").is_err(), "{bad}");
    }
}

#[test]
fn warnings_come_out_earliest_first() {
    assert_eq!(warnings_are_steps(&[10, 20]).ok(), Some(vec![20, 10]));
    assert_eq!(warnings_are_steps(&[]).ok(), Some(vec![]));
    for bad in [
        &[0][..],
        &[5, 5],
        &[366],
        &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    ] {
        assert!(warnings_are_steps(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn a_length_is_counted_in_its_unit() {
    assert!(length_is_sensible(3_650, DeadlineUnit::WorkingDays).is_ok());
    assert!(length_is_sensible(121, DeadlineUnit::Months).is_err());
    assert!(length_is_sensible(0, DeadlineUnit::CalendarDays).is_err());
}

#[test]
fn a_notice_names_days_of_its_year_once() {
    let notice = |days: &[(&str, DayKind)]| {
        let days: Vec<_> = days.iter().map(|(date, kind)| (day(date), *kind)).collect();
        notice_is_consistent(2023, &days)
    };
    let (off, worked) = (DayKind::Holiday, DayKind::MakeupWorkday);
    assert!(notice(&[("2022-12-31", off), ("2023-01-28", worked)]).is_ok());
    assert_eq!(
        field_of(notice(&[("2022-12-24", off)])).as_deref(),
        Some("input.days.0.date")
    );
    assert_eq!(
        field_of(notice(&[("2023-01-02", off), ("2023-01-02", off)])).as_deref(),
        Some("input.days.1.date")
    );
    assert_eq!(
        field_of(notice(&[("2023-01-03", worked)])).as_deref(),
        Some("input.days.0.kind")
    );
    assert_eq!(field_of(notice(&[])).as_deref(), Some("input.days"));
}

#[test]
fn only_agencies_of_the_rule_extend() {
    assert!(agency_may_extend(Agency::Office, &[Agency::Office]).is_ok());
    let refusal = agency_may_extend(Agency::Audit, &[Agency::Office]).expect_err("refused");
    assert_eq!(refusal.gate, Some(Gate::ExtensionByOthers));
}
