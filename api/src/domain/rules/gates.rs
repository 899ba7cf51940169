//! What must be true before rules and deadlines change: pure rules, named as they are said.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use inspectorate_entity::rules::{deadline_rule::DeadlineUnit, workday_calendar::DayKind};
use uuid::Uuid;

use crate::{
    access::policy::Agency,
    blocks::{deadline::clock::ClockRefusal, gate::Gate},
    error::{Error, Result},
};

/// A code or key is written in capitals: letters, digits and underscores, beginning with a letter.
pub fn code_is_spelled(code: &str, field: &str) -> Result<()> {
    let mut letters = code.bytes();
    let spelled = letters
        .next()
        .is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    if spelled {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        "Write it in capital letters, digits and underscores, beginning with a letter, such as STATE_ENTERPRISES.",
        "请用大写字母、数字和下划线书写，并以字母开头，如 STATE_ENTERPRISES。",
    ))
}

/// Something does not end before it starts.
pub fn ends_after_start(from: Option<NaiveDate>, to: Option<NaiveDate>, field: &str) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Error::bad_input(
            field,
            format!("The last day {to} lies before the first day {from}: correct one of them."),
            format!("停用日期 {to} 早于启用日期 {from}，请更正。"),
        )),
        _ => Ok(()),
    }
}

/// What ships with the service stays as it is: a dispatcher keeps its own beside it.
pub fn is_kept_by_a_dispatcher(dispatcher: Option<Uuid>, field: &str) -> Result<Uuid> {
    dispatcher.ok_or_else(|| {
        Error::gate(
            Gate::ShippedWithService,
            "This list ships with the service and is not changed: add a list of your own with the same key, which stands before it.",
            "该代码表随软件提供，不可修改：请以相同代号建立本级代码表，本级优先适用。",
        )
        .field(field)
    })
}

/// A rule gives at least one and at most ten years of its unit.
pub fn length_is_sensible(length: i32, unit: DeadlineUnit) -> Result<()> {
    let most = match unit {
        DeadlineUnit::CalendarDays | DeadlineUnit::WorkingDays => 3_650,
        DeadlineUnit::Months => 120,
    };
    if (1..=most).contains(&length) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.length",
        format!("The length {length} is not between 1 and {most}."),
        format!("时长 {length} 不在 1 至 {most} 之间。"),
    ))
}

/// Warnings go out before the due day: at most ten different steps of 1 to 365 days. Answers them with the earliest first.
pub fn warnings_are_steps(warnings: &[i32]) -> Result<Vec<i32>> {
    let steps: BTreeSet<i32> = warnings.iter().copied().collect();
    let sound = warnings.len() <= 10
        && steps.len() == warnings.len()
        && steps.iter().all(|step| (1..=365).contains(step));
    if sound {
        return Ok(steps.into_iter().rev().collect());
    }
    Err(Error::bad_input(
        "input.warnings",
        "Give at most 10 different steps, each of 1 to 365 days before the due day.",
        "请填写至多 10 个互不相同的预警天数，每个为到期前 1 至 365 天。",
    ))
}

/// At least one agency may extend; none is named twice. Answers their codes as the rule stores them.
pub fn somebody_may_extend(agencies: &[Agency]) -> Result<()> {
    let different: BTreeSet<Agency> = agencies.iter().copied().collect();
    if !agencies.is_empty() && different.len() == agencies.len() {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.extendedBy",
        "Name at least one agency that may extend, each once.",
        "请至少填写一个可批准延期的机关，且不重复。",
    ))
}

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

/// A deadline that was met does not move any more.
pub fn is_not_met(met_on: Option<NaiveDate>) -> Result<()> {
    match met_on {
        None => Ok(()),
        Some(day) => Err(Error::gate(
            Gate::DeadlineClock,
            format!("It was done on {day}: the deadline does not move any more."),
            format!("该事项已于 {day} 完成，期限不再变动。"),
        )
        .field("input.deadline")),
    }
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
