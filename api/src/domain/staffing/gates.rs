//! What must be true before people are asked for or sent away: pure rules, named as they are said.

use inspectorate_entity::staffing::outgoing_secondment;

use crate::{
    blocks::gate::Gate,
    domain::organizations::gates::Span,
    error::{Error, Result},
};

/// A unit that is asked for nobody is not asked.
pub fn asks_for_somebody(number: i32) -> Result<()> {
    if number >= 1 {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.number",
        format!("{number} is too few: a unit is asked for 1 or more."),
        format!("{number} 过少：选派人数须不少于 1。"),
    ))
}

/// A unit is asked once for a round.
pub fn asked_once(asked: bool) -> Result<()> {
    if !asked {
        return Ok(());
    }
    Err(Error::conflict(
        "input.homeOrganization",
        "The unit has a number for this round already: change that one.",
        "该单位本轮已有选派任务，请调整原任务。",
    ))
}

/// Nobody is sent to two superiors at once.
pub fn sent_once(span: Span, others: &[outgoing_secondment::Model]) -> Result<()> {
    let at_once = |other: &&outgoing_secondment::Model| {
        let days = Span {
            first: other.starts_on,
            last: other.ends_on,
        };
        days.overlaps(&span)
    };
    let Some(other) = others.iter().find(at_once) else {
        return Ok(());
    };
    let first = other.starts_on;
    Err(Error::gate(
        Gate::SecondedAlready,
        format!("The person is with a superior since {first}: choose days outside that time."),
        format!("该人员自 {first} 起已选派至上级，请另选日期。"),
    )
    .field("input.person"))
}
