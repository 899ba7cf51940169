//! How a deadline stands on a day, and which of its warnings are out.

use chrono::NaiveDate;
use inspectorate_entity::rules::{deadline::DeadlineStanding, deadline_rule::DeadlineUnit};

use super::{
    calendar::{Unpublished, WorkdayCalendar},
    clock::Due,
    length::days_before,
};

/// How a deadline ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It was done on that day.
    Met(NaiveDate),
    /// It is asked no more.
    Lifted,
}

/// Where a deadline stands on `today`; `warnings` are days before the due day, in any order.
pub fn standing(
    due: Due,
    end: Option<End>,
    unit: DeadlineUnit,
    warnings: &[i32],
    today: NaiveDate,
    calendar: &WorkdayCalendar,
) -> Result<DeadlineStanding, Unpublished> {
    let due_on = match (due, end) {
        (_, Some(End::Lifted)) => return Ok(DeadlineStanding::Lifted),
        (Due::On(due_on), Some(End::Met(met_on))) if met_on > due_on => {
            return Ok(DeadlineStanding::MetLate);
        }
        (_, Some(End::Met(_))) => return Ok(DeadlineStanding::Met),
        (Due::Stopped, None) => return Ok(DeadlineStanding::Paused),
        (Due::AwaitsCalendar(_), None) => return Ok(DeadlineStanding::AwaitingCalendar),
        (Due::On(due_on), None) => due_on,
    };
    if today > due_on {
        return Ok(DeadlineStanding::Overdue);
    }
    let warned = warning_days(due_on, unit, warnings, calendar)?
        .first()
        .is_some_and(|first| today >= *first);
    Ok(if warned {
        DeadlineStanding::Warned
    } else {
        DeadlineStanding::Running
    })
}

/// The days on which the warnings of a deadline go out, earliest first.
pub fn warning_days(
    due_on: NaiveDate,
    unit: DeadlineUnit,
    warnings: &[i32],
    calendar: &WorkdayCalendar,
) -> Result<Vec<NaiveDate>, Unpublished> {
    let mut days = warnings
        .iter()
        .map(|step| days_before(unit, due_on, *step, calendar))
        .collect::<Result<Vec<_>, _>>()?;
    days.sort_unstable();
    days.dedup();
    Ok(days)
}
