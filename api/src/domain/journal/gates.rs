//! What must be true before a connection to a system is recorded: pure rules, named as they are said.

use chrono::NaiveDate;
use inspectorate_entity::{
    journal::platform_connection,
    organizations::agency_registration::{self, Agency},
};

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// What is recorded lies in the past, or today.
pub fn has_happened(day: NaiveDate, today: NaiveDate, field: &str) -> Result<()> {
    if day <= today {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("{day} lies in the future: today is {today}."),
        format!("{day} 尚未到来：今天是 {today}。"),
    ))
}

/// A connection ends on or after its first day.
pub fn ends_after_it_began(first: NaiveDate, last: NaiveDate) -> Result<()> {
    if first <= last {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.endsOn",
        format!("The last day {last} lies before the first day {first}: correct it."),
        format!("断开日期 {last} 早于接入日期 {first}，请更正。"),
    ))
}

/// Only inspection bodies are counted: those that are registered as office on the day.
pub fn is_an_inspection_body(
    registrations: &[agency_registration::Model],
    day: NaiveDate,
) -> Result<()> {
    let holds = |one: &agency_registration::Model| {
        one.agency == Agency::Office
            && one.starts_on <= day
            && one.ends_on.is_none_or(|last| day <= last)
    };
    if registrations.iter().any(holds) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAnInspectionBody,
        format!("It is not registered as inspection office on {day}: choose the office itself."),
        format!("该单位在 {day} 未登记为巡视巡察机构，请选择巡视办、巡察办。"),
    )
    .field("input.organization"))
}

/// One connection to a system at a time.
pub fn is_not_connected_yet(before: &[platform_connection::Model], day: NaiveDate) -> Result<()> {
    let holds = |one: &&platform_connection::Model| one.ends_on.is_none_or(|last| day <= last);
    let Some(other) = before.iter().find(holds) else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::ConnectedAlready,
        format!(
            "It has been connected since {}: end that first.",
            other.starts_on
        ),
        format!("该机构自 {} 起已接入，请先登记断开。", other.starts_on),
    )
    .field("input.startsOn"))
}

/// What has ended is not ended again.
pub fn is_still_connected(ends_on: Option<NaiveDate>) -> Result<()> {
    let Some(day) = ends_on else { return Ok(()) };
    Err(Error::gate(
        Gate::AlreadyEnded,
        format!("It ended on {day}: there is nothing left to end."),
        format!("已于 {day} 断开，无需再次登记。"),
    ))
}
