//! What must be true before objects are spread over rounds.

use chrono::NaiveDate;
use inspectorate_entity::coverage::coverage_plan::PlanStatus;

use super::Days;
use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
    graphql::scalars::Date,
};

/// A schedule has 1 to 100 rounds.
pub fn so_many_rounds(count: usize, field: &str) -> Result<()> {
    match count {
        0 => Err(Error::bad_input(
            field,
            "No round is given: give at least one.",
            "未填写轮次，请至少填写一个。",
        )),
        1..=100 => Ok(()),
        count => Err(Error::limited(
            format!("{count} rounds at once are too many: give at most 100."),
            format!("一次提交 {count} 个轮次，超过上限 100 个。"),
        )
        .field(field)),
    }
}

/// A round stands in a schedule once.
pub fn round_named_once(named: bool, field: &str) -> Result<()> {
    if !named {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        "The round is named twice: name it once with all its teams.",
        "该轮次重复填写，请合并为一项。",
    ))
}

/// Teams, and objects of one team: 0 to 1000.
pub fn so_many_of_them(number: i32, field: &str) -> Result<usize> {
    match usize::try_from(number) {
        Ok(number) if number <= 1000 => Ok(number),
        _ => Err(Error::bad_input(
            field,
            format!("{number} is out of range: give 0 to 1000."),
            format!("{number} 超出范围，请填写 0 至 1000 的整数。"),
        )),
    }
}

/// An interval: 0 to 120 months.
pub fn months(number: i32, field: &str) -> Result<u32> {
    match u32::try_from(number) {
        Ok(number) if number <= 120 => Ok(number),
        _ => Err(Error::bad_input(
            field,
            format!("{number} is out of range: give 0 to 120 months."),
            format!("{number} 超出范围，请填写 0 至 120 个月。"),
        )),
    }
}

/// The rounds of a schedule have teams for at least one object.
pub fn somebody_goes(capacity: usize, field: &str) -> Result<()> {
    if capacity > 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NoCapacity,
        "No round has a team for any object: give teams and the objects that each takes.",
        "各轮次均无力量可用，请填写组数和每组对象数。",
    )
    .field(field))
}

/// The round is one of the plan's term.
pub fn round_of_the_term<'a, R>(round: Option<&'a R>, field: &str) -> Result<&'a R> {
    round.ok_or_else(|| {
        Error::gate(
            Gate::RoundOfAnotherTerm,
            "The round is not one of the plan's term: choose one that is.",
            "该轮次不属于本规划所在届，请另选轮次。",
        )
        .field(field)
    })
}

/// The window of a round that is open is its own.
pub fn window_of_an_open_round(given: bool, field: &str) -> Result<()> {
    if !given {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        "A round that is open has its window already: leave the days out, or leave the round out.",
        "已有轮次的时间已定，请勿同时填写日期和轮次。",
    ))
}

/// A round that is not open yet has both its days.
pub fn window_given(
    starts_on: Option<Date>,
    ends_on: Option<Date>,
    field: &str,
) -> Result<(NaiveDate, NaiveDate)> {
    match (starts_on, ends_on) {
        (Some(starts_on), Some(ends_on)) => Ok((starts_on.0, ends_on.0)),
        _ => Err(Error::bad_input(
            field,
            "Give an open round, or the first and last day of the round that is to be opened.",
            "请填写已有轮次，或填写拟开轮次的开始和结束日期。",
        )),
    }
}

/// Nothing is placed in a round that is over.
pub fn round_not_over(window: Days, today: NaiveDate, field: &str) -> Result<()> {
    if today <= window.last {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RoundOver,
        format!(
            "The round ended on {}: choose one that is still to come.",
            window.last
        ),
        format!("该轮次已于 {} 结束，请选择尚未结束的轮次。", window.last),
    )
    .field(field))
}

/// A term that is over takes no more placements.
pub fn term_not_over(term: Days, today: NaiveDate, field: &str) -> Result<()> {
    if today <= term.last {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TermOver,
        format!(
            "The term ended on {}: what is left belongs to the next one.",
            term.last
        ),
        format!("本届已于 {} 届满，未完成事项请列入下一届。", term.last),
    )
    .field(field))
}

/// A schedule is adopted once its plan is approved.
pub fn plan_is_approved(status: PlanStatus, field: &str) -> Result<()> {
    match status {
        PlanStatus::Approved | PlanStatus::Issued => Ok(()),
        PlanStatus::Draft | PlanStatus::Submitted => Err(Error::gate(
            Gate::PlanNotApproved,
            "A schedule is adopted once the plan is approved: have it approved first.",
            "规划批准后方可采用排期方案，请先报请批准。",
        )
        .field(field)),
    }
}

/// There is something to place.
pub fn something_is_left(to_place: usize, field: &str) -> Result<()> {
    if to_place > 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NothingToPlace,
        "Every object on the list is covered, under way or placed in a round: nothing is left to place.",
        "名单内对象均已覆盖、进驻或排入轮次，没有待安排的对象。",
    )
    .field(field))
}

/// What is adopted is what was proposed.
pub fn still_as_proposed(proposed: &str, now: &str) -> Result<()> {
    if proposed == now {
        return Ok(());
    }
    Err(Error::conflict(
        "input.proposal",
        "The objects, rounds or inspections have changed since the proposal, or the request is another: ask for a new proposal and look at it.",
        "方案提出后对象、轮次或巡察情况已有变化，或排期要求不一致：请重新生成方案并核对。",
    ))
}
