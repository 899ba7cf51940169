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

/// A check sum is 64 hexadecimal digits; answered in small letters.
pub fn check_sum(text: &str) -> Result<String> {
    let digits = text.chars().all(|letter| letter.is_ascii_hexdigit());
    if digits && text.len() == 64 {
        return Ok(text.to_ascii_lowercase());
    }
    Err(Error::bad_input(
        "input.sha256",
        "A SHA-256 check sum has 64 hexadecimal digits: give that of the package.",
        "SHA-256 校验值为 64 位十六进制数，请填写该数据包的校验值。",
    ))
}

/// A package holds no fewer records than are named, and of those few are named at once.
pub fn holds_so_many(count: i32, named: usize) -> Result<()> {
    const MOST: usize = 100;
    if named > MOST {
        return Err(Error::limited(
            format!("{named} records at once are too many: name at most {MOST}."),
            format!("一次注明 {named} 条记录，超过上限 {MOST} 条。"),
        )
        .field("input.records"));
    }
    if usize::try_from(count).is_ok_and(|count| named <= count) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.recordCount",
        format!(
            "The package is said to hold {count} records, and {named} are named: correct the number."
        ),
        format!("数据包记录数为 {count}，已注明 {named} 条，请更正。"),
    ))
}

/// Only some kinds of records travel.
pub fn can_be_packaged(known: bool, number: usize) -> Result<()> {
    if known {
        return Ok(());
    }
    Err(Error::bad_input(
        format!("input.records.{number}.record"),
        "A package brings organizations, people, rules, plans, objects, rounds, coverage records and inspections only.",
        "数据包仅可登记单位、人员、制度、规划、对象、轮次、巡察记录和巡察。",
    ))
}
