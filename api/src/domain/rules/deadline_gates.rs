//! What must be true before a deadline or the calendar moves: pure rules, named as they are said.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use inspectorate_entity::rules::workday_calendar::DayKind;

use crate::{
    access::policy::Agency,
    blocks::{deadline::clock::ClockRefusal, gate::Gate},
    error::{Error, Result},
};

/// An extension is given by an agency that the rule names.
pub fn agency_may_extend(agency: Agency, named: &[Agency]) -> Result<()> {
    if named.contains(&agency) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ExtensionByOthers,
        "By the rule that set this deadline, your agency does not extend it: ask one that `rule.extendedBy` names.",
        "按设定该期限的规则，贵机关无权批准延期：请提请 `rule.extendedBy` 所列机关办理。",
    )
    .field("input.deadline"))
}

/// What was done, or is said to have begun or stopped, did so today at the latest.
pub fn is_not_in_the_future(day: NaiveDate, today: NaiveDate, field: &str) -> Result<()> {
    if day <= today {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("{day} lies in the future; today is {today}."),
        format!("{day} 是将来的日期，今天是 {today}。"),
    ))
}

/// A deadline that was met or lifted does not move any more.
pub fn runs(met_on: Option<NaiveDate>, lifted_on: Option<NaiveDate>) -> Result<()> {
    let (why, why_zh) = match (met_on, lifted_on) {
        (None, None) => return Ok(()),
        (Some(day), _) => (
            format!("It was done on {day}"),
            format!("该事项已于 {day} 完成"),
        ),
        (None, Some(day)) => (
            format!("It is asked no more since {day}"),
            format!("该期限已于 {day} 解除"),
        ),
    };
    Err(Error::gate(
        Gate::DeadlineClock,
        format!("{why}: the deadline does not move any more."),
        format!("{why_zh}，期限不再变动。"),
    )
    .field("input.deadline"))
}

/// The days of a notice: of its year, or the last days of the year before; each once; a make-up workday on a weekend.
pub fn notice_is_consistent(year: i32, days: &[(NaiveDate, DayKind)]) -> Result<()> {
    let mut seen = BTreeSet::new();
    for (index, (date, kind)) in days.iter().enumerate() {
        let field = |name: &str| format!("input.days.{index}.{name}");
        let year_before = date.year() == year - 1 && date.month() == 12 && date.day() >= 25;
        if date.year() != year && !year_before {
            return Err(Error::bad_input(
                field("date"),
                format!("{date} does not belong into the notice of {year}."),
                format!("{date} 不属于 {year} 年的通知。"),
            ));
        }
        if !seen.insert(*date) {
            return Err(Error::bad_input(
                field("date"),
                format!("{date} is given twice."),
                format!("{date} 重复填写。"),
            ));
        }
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        if *kind == DayKind::MakeupWorkday && !weekend {
            return Err(Error::bad_input(
                field("kind"),
                format!("{date} is no Saturday or Sunday, so it is worked anyway."),
                format!("{date} 不是周六或周日，本就是工作日。"),
            ));
        }
    }
    if days.is_empty() {
        return Err(Error::bad_input(
            "input.days",
            "Give the holidays and make-up workdays of the notice, at least one.",
            "请填写通知中的节假日和调休上班日，至少一天。",
        ));
    }
    Ok(())
}

/// What was done was done when the clock started or later.
pub fn is_done_after_start(day: NaiveDate, started_on: NaiveDate) -> Result<()> {
    if day >= started_on {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.metOn",
        format!("{day} lies before {started_on}, when the clock started."),
        format!("{day} 早于起算日 {started_on}。"),
    ))
}

/// A notice belongs to a year in which there were such notices: 2000 to 2100.
pub fn year_is_plausible(year: i32) -> Result<()> {
    if (2000..=2100).contains(&year) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.year",
        format!("{year} is no year between 2000 and 2100."),
        format!("年份 {year} 不在 2000 至 2100 之间。"),
    ))
}

/// Why a clock does not move, as the client is told; `day` is the field that holds the day asked for.
pub fn clock_moves(refusal: ClockRefusal, day: &str) -> Error {
    match refusal {
        ClockRefusal::NotRunning => Error::gate(
            Gate::DeadlineClock,
            "The clock is stopped: resume the deadline first.",
            "该期限已暂停计时：请先恢复。",
        )
        .field("input.deadline"),
        ClockRefusal::NotStopped => Error::gate(
            Gate::DeadlineClock,
            "The clock is not stopped, so there is nothing to resume.",
            "该期限未暂停，无须恢复。",
        )
        .field("input.deadline"),
        ClockRefusal::BeforeBeginning(from) => Error::bad_input(
            day,
            format!("The day lies before {from}, from which the clock counts."),
            format!("日期早于起算日 {from}。"),
        ),
        ClockRefusal::Past(due) => Error::gate(
            Gate::DeadlinePassed,
            format!("The deadline passed on {due}: extend it instead."),
            format!("期限已于 {due} 届满：请办理延期。"),
        )
        .field(day),
        ClockRefusal::NotLater(due) => Error::gate(
            Gate::ExtensionNotLater,
            format!("The due day stands at {due}: an extension leads to a later one."),
            format!("原到期日为 {due}，延期后的日期须晚于该日。"),
        )
        .field(day),
        ClockRefusal::CalendarUnpublished(year) => calendar_is_published(year).field(day),
    }
}

/// The calendar of `year` is needed and not there.
pub fn calendar_is_published(year: i32) -> Error {
    Error::gate(
        Gate::CalendarUnpublished,
        format!(
            "The working days of {year} are not published here: enter the State Council's notice with publishWorkdayCalendar first."
        ),
        format!("{year} 年工作日历尚未公布：请先用 publishWorkdayCalendar 录入国务院办公厅通知。"),
    )
}

/// The calendar counts for everybody, so it is kept where nobody stands above: a notice entered by any place below would move the
/// deadlines of places that it has nothing to do with.
pub fn nobody_stands_above(jurisdiction: &str) -> Result<()> {
    let organizations = jurisdiction.split('/').filter(|part| !part.is_empty());
    if organizations.count() <= 1 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::HasASuperior,
        "The working-day calendar is one for the whole country: the dispatcher at the top enters it, ask there.",
        "工作日历全国统一：由最上级派出机关录入，请向上级反映。",
    ))
}
