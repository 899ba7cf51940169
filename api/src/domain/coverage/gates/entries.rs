//! What entries have to look like before coverage changes: whose they are, how they count, in which order their days stand.

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::coverage::term;
use uuid::Uuid;

use super::Days;
use crate::{
    access::viewer::Viewer,
    blocks::gate::Gate,
    error::{Error, Result},
    graphql::scalars::Date,
};

/// The days of a term.
pub fn days_of(term: &term::Model) -> Days {
    Days {
        first: term.starts_on,
        last: term.ends_on,
    }
}

/// A record is changed by its own dispatcher's agencies only: a superior sees what is below it and does not write it.
pub fn own(viewer: &Viewer, dispatcher: Uuid, field: &str) -> Result<()> {
    if viewer.authority_id == dispatcher {
        return Ok(());
    }
    Err(of_another_dispatcher().field(field))
}

/// What a record of another dispatcher says.
pub fn of_another_dispatcher() -> Error {
    Error::gate(
        Gate::RecordOfAnotherDispatcher,
        "The record belongs to another dispatcher than the one you act for: its own agencies change it.",
        "该记录属于其他派出机关，应由其自行办理。",
    )
}

/// Ordinals and places count from one.
pub fn counts_from_one(number: i32, field: &str) -> Result<()> {
    if number >= 1 {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("{number} is no ordinal: count from 1."),
        format!("{number} 不是有效序号，请从 1 开始填写。"),
    ))
}

/// A number of objects is not negative.
pub fn not_negative(number: Option<i32>, field: &str) -> Result<()> {
    match number {
        Some(number) if number < 0 => Err(Error::bad_input(
            field,
            format!("{number} is no number of objects: give 0 or more."),
            format!("{number} 不是有效对象数，请填写不小于 0 的整数。"),
        )),
        _ => Ok(()),
    }
}

/// The day on which something was done: today when not said, never in the future.
pub fn day_done(day: Option<Date>, today: NaiveDate, field: &str) -> Result<NaiveDate> {
    let day = day.map_or(today, |day| day.0);
    not_after(day, today, field)?;
    Ok(day)
}

/// `day` is not after `last`.
pub fn not_after(day: NaiveDate, last: NaiveDate, field: &str) -> Result<()> {
    if day <= last {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("{day} lies after {last}: give a day up to then."),
        format!("{day} 晚于 {last}，请填写不晚于该日的日期。"),
    ))
}

/// `day` is not before `first`.
pub fn not_before(day: NaiveDate, first: NaiveDate, field: &str) -> Result<()> {
    if first <= day {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("{day} lies before {first}: give a day from then on."),
        format!("{day} 早于 {first}，请填写不早于该日的日期。"),
    ))
}

/// A day lies in the term.
pub fn lies_in_term(day: NaiveDate, term: Days, field: &str) -> Result<()> {
    if term.contains(day) {
        return Ok(());
    }
    let Days { first, last } = term;
    Err(Error::gate(
        Gate::YearOutsidePlan,
        format!("{day} lies outside the term ({first} to {last}): choose a day within, or the term that has it."),
        format!("{day} 不在本届（{first} 至 {last}）之内，请更正日期或另选届期。"),
    )
    .field(field))
}

/// A round counts for a year that its window touches.
pub fn year_of_window(year: i32, window: Days) -> Result<()> {
    if window.contains_year(year) {
        return Ok(());
    }
    let (first, last) = (window.first.year(), window.last.year());
    Err(Error::bad_input(
        "input.year",
        format!(
            "The window lies in {first} to {last}, not in {year}: correct the year or the days."
        ),
        format!("进驻时间在 {first} 至 {last} 年，与 {year} 年不符，请更正。"),
    ))
}

/// An annual plan takes objects of its own five-year plan, for its own year.
pub fn annual_plan_fits(annual: (Option<Uuid>, i32), plan: Uuid, year: i32) -> Result<()> {
    if annual == (Some(plan), year) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::YearOutsidePlan,
        format!("That is not the annual plan of {year} under the object's five-year plan: choose the one that is."),
        format!("该计划不是对象所属五年规划的 {year} 年度计划，请另选。"),
    )
    .field("input.annualPlan"))
}

/// Whoever moves an object says why.
pub fn a_move_has_a_reason(was_placed: bool, has_reason: bool) -> Result<()> {
    if has_reason || !was_placed {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.reason",
        "The object is placed already: say why it is moved.",
        "该对象已有安排，请填写调整理由。",
    ))
}

/// At most a thousand at once, and at least one.
pub fn so_many_at_once(count: usize, field: &str) -> Result<()> {
    match count {
        0 => Err(Error::bad_input(
            field,
            "The list is empty: give at least one object.",
            "名单为空，请至少填写一个对象。",
        )),
        1..=1000 => Ok(()),
        count => Err(Error::limited(
            format!("{count} objects at once are too many: give at most 1000 and call again for the rest."),
            format!("一次提交 {count} 个对象，超过上限 1000 个，请分批提交。"),
        )
        .field(field)),
    }
}

/// The type is a code of the list `OBJECT_TYPE`.
pub fn object_type_is_known(types: &[String], object_type: &str, field: &str) -> Result<()> {
    if types.iter().any(|known| known == object_type) {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("`{object_type}` is no code of the list OBJECT_TYPE: choose one of its entries."),
        format!("“{object_type}”不是代码表 OBJECT_TYPE 的代码，请从中选择。"),
    ))
}

/// The days of an inspection stand in their order, and none lies in the future.
pub fn days_of_inspection<const DAYS: usize>(
    started: NaiveDate,
    later: [(Option<Date>, &str); DAYS],
    today: NaiveDate,
) -> Result<[Option<NaiveDate>; DAYS]> {
    not_after(started, today, "input.startedOn")?;
    for (day, field) in later {
        if let Some(Date(day)) = day {
            not_before(day, started, field)?;
            not_after(day, today, field)?;
        }
    }
    Ok(later.map(|(day, _)| day.map(|day| day.0)))
}
