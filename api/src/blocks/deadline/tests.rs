//! The arithmetic, held against days that were really off and really worked.

use chrono::{Datelike, NaiveDate, Weekday};
use inspectorate_entity::rules::{
    deadline::DeadlineStanding,
    deadline_rule::DeadlineUnit::{self, CalendarDays, Months, WorkingDays},
};

use super::{
    calendar::{Unpublished, WorkdayCalendar},
    clock::{Clock, ClockRefusal, Due},
    length::Length,
    shipped,
    standing::{End, standing, warning_days},
};

fn calendar() -> WorkdayCalendar {
    shipped::calendar().expect("the shipped calendar is well-formed")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn clock(start: &str, amount: i32, unit: DeadlineUnit) -> Clock {
    Clock::start(day(start), Length { amount, unit }, &calendar())
}

#[track_caller]
fn worked_after(start: &str, count: i32, expected: &str) {
    assert_eq!(calendar().after(day(start), count), Ok(day(expected)));
}

#[test]
fn spring_festival_2020_was_extended_to_2_february() {
    worked_after("2020-01-18", 1, "2020-01-19"); // a Sunday worked instead
    worked_after("2020-01-23", 1, "2020-02-03"); // 31 January and the Saturday after it were to be worked, and were not
    assert_eq!(calendar().is_working_day(day("2020-02-01")), Ok(false));
}

#[test]
fn spring_festival_2023_was_followed_by_a_worked_weekend() {
    worked_after("2023-01-20", 1, "2023-01-28");
    worked_after("2023-01-20", 2, "2023-01-29");
    worked_after("2023-01-20", 3, "2023-01-30");
}

#[test]
fn new_years_eve_2024_was_worked_by_the_calendar() {
    worked_after("2024-02-08", 1, "2024-02-09");
    worked_after("2024-02-09", 1, "2024-02-18");
}

#[test]
fn spring_festivals_2025_and_2026() {
    worked_after("2025-01-27", 1, "2025-02-05");
    worked_after("2025-02-07", 1, "2025-02-08");
    worked_after("2026-02-13", 1, "2026-02-14");
    worked_after("2026-02-14", 1, "2026-02-24");
}

#[test]
fn national_day_2022_within_fifteen_working_days() {
    let plan = clock("2022-09-29", 15, WorkingDays);
    assert_eq!(plan.due, Due::On(day("2022-10-25")));
    assert_eq!(
        calendar().between(day("2022-09-29"), day("2022-10-25")),
        Ok(15)
    );
    assert_eq!(
        calendar().before(day("2022-10-25"), 15),
        Ok(day("2022-09-29"))
    );
}

#[test]
fn every_make_up_workday_is_a_weekend_and_every_year_has_its_notice() {
    let calendar = calendar();
    let mut differing = [0; 2];
    for day in day("2020-01-01")
        .iter_days()
        .take_while(|day| day.year() <= 2026)
    {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let worked = calendar.is_working_day(day).expect("published");
        differing[usize::from(worked)] += usize::from(worked == weekend);
    }
    // Weekdays off and weekends worked, 2020 to 2026, as counted from two independent transcriptions of the notices.
    assert_eq!(differing, [129, 46]);
    assert_eq!(calendar.last_published_year(), Some(2026));
}

#[test]
fn a_year_without_notice_is_never_assumed_to_be_monday_to_friday() {
    let calendar = calendar();
    assert_eq!(
        calendar.is_working_day(day("2027-01-04")),
        Err(Unpublished { year: 2027 })
    );
    assert_eq!(
        calendar.is_working_day(day("2019-12-31")),
        Err(Unpublished { year: 2019 })
    );
    assert_eq!(
        clock("2026-12-21", 8, WorkingDays).due,
        Due::On(day("2026-12-31"))
    );
    let waiting = clock("2026-12-21", 9, WorkingDays);
    assert_eq!(waiting.due, Due::AwaitsCalendar(2027));
    assert_eq!(
        waiting.extend(day("2027-02-01"), &calendar),
        Err(ClockRefusal::CalendarUnpublished(2027))
    );
    let published = WorkdayCalendar::new([(2026, "2026-01-01"), (2027, "2027-01-01")].map(
        |(year, date)| {
            (
                year,
                day(date),
                inspectorate_entity::rules::workday_calendar::DayKind::Holiday,
            )
        },
    ));
    assert_eq!(
        waiting.recounted(&published).due,
        Due::On(day("2027-01-04"))
    );
}

#[test]
fn calendar_days_and_months_need_no_notice() {
    assert_eq!(
        clock("2026-12-21", 30, CalendarDays).due,
        Due::On(day("2027-01-20"))
    );
    assert_eq!(
        clock("2024-01-31", 1, Months).due,
        Due::On(day("2024-02-29"))
    );
    assert_eq!(
        clock("2023-12-31", 2, Months).due,
        Due::On(day("2024-02-29"))
    );
}

#[test]
fn a_stopped_clock_keeps_what_was_left() {
    let calendar = calendar();
    let running = clock("2022-09-29", 15, WorkingDays);
    let stopped = running.pause(day("2022-10-10"), &calendar).expect("runs");
    assert_eq!((stopped.due, stopped.counted), (Due::Stopped, 11));
    let again = stopped
        .resume(day("2022-11-01"), &calendar)
        .expect("stopped");
    assert_eq!(again.due, Due::On(day("2022-11-16")));
    assert_eq!(
        stopped
            .resume(day("2022-10-10"), &calendar)
            .expect("stopped")
            .due,
        running.due
    );
    let months = clock("2024-01-31", 1, Months)
        .pause(day("2024-02-10"), &calendar)
        .and_then(|clock| clock.resume(day("2024-03-10"), &calendar))
        .expect("runs and stops");
    assert_eq!(months.due, Due::On(day("2024-03-29")));
}

#[test]
fn the_clock_refuses_what_makes_no_sense() {
    let calendar = calendar();
    let running = clock("2022-09-29", 15, WorkingDays);
    let stopped = running.pause(day("2022-10-10"), &calendar).expect("runs");
    assert_eq!(
        stopped.pause(day("2022-10-11"), &calendar),
        Err(ClockRefusal::NotRunning)
    );
    assert_eq!(
        running.resume(day("2022-10-11"), &calendar),
        Err(ClockRefusal::NotStopped)
    );
    assert_eq!(
        running.pause(day("2022-09-28"), &calendar),
        Err(ClockRefusal::BeforeBeginning(day("2022-09-29")))
    );
    assert_eq!(
        stopped.resume(day("2022-10-09"), &calendar),
        Err(ClockRefusal::BeforeBeginning(day("2022-10-10")))
    );
    assert_eq!(
        running.pause(day("2022-10-26"), &calendar),
        Err(ClockRefusal::Past(day("2022-10-25")))
    );
    assert_eq!(
        running.extend(day("2022-10-25"), &calendar),
        Err(ClockRefusal::NotLater(day("2022-10-25")))
    );
}

#[test]
fn an_extension_moves_the_day_and_what_a_later_stop_leaves() {
    let calendar = calendar();
    let extended = clock("2022-09-29", 15, WorkingDays)
        .extend(day("2022-10-31"), &calendar)
        .expect("later");
    assert_eq!(
        (extended.due, extended.counted),
        (Due::On(day("2022-10-31")), 19)
    );
    let stopped = extended.pause(day("2022-10-28"), &calendar).expect("runs");
    assert_eq!(stopped.counted, 1);
}

#[test]
fn warnings_come_in_steps_before_the_day() {
    let calendar = calendar();
    let due = Due::On(day("2022-10-25"));
    assert_eq!(
        warning_days(day("2022-10-25"), WorkingDays, &[2, 12], &calendar),
        Ok(vec![day("2022-10-09"), day("2022-10-21")])
    );
    let on = |today: &str, met: Option<&str>| {
        standing(
            due,
            met.map(|met| End::Met(day(met))),
            WorkingDays,
            &[2, 12],
            day(today),
            &calendar,
        )
        .expect("published")
    };
    assert_eq!(on("2022-10-08", None), DeadlineStanding::Running);
    assert_eq!(on("2022-10-09", None), DeadlineStanding::Warned);
    assert_eq!(on("2022-10-25", None), DeadlineStanding::Warned);
    assert_eq!(on("2022-10-26", None), DeadlineStanding::Overdue);
    assert_eq!(on("2022-10-26", Some("2022-10-25")), DeadlineStanding::Met);
    assert_eq!(
        on("2022-10-26", Some("2022-10-26")),
        DeadlineStanding::MetLate
    );
    let lifted = standing(
        due,
        Some(End::Lifted),
        WorkingDays,
        &[2],
        day("2022-10-26"),
        &calendar,
    );
    assert_eq!(lifted, Ok(DeadlineStanding::Lifted));
}
