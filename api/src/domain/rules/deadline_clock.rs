//! A deadline's row and its clock, one made from the other.

use inspectorate_entity::rules::{deadline, deadline_rule, workday_calendar};
use sea_orm::{ActiveValue::Set, Condition, IntoActiveModel};

use crate::{
    access::{change::Change, policy::Agency},
    blocks::deadline::{
        calendar::WorkdayCalendar,
        clock::{Clock, Due},
    },
    error::{Error, Result},
};

/// The clock that a row describes.
pub fn of(row: &deadline::Model) -> Clock {
    Clock {
        unit: row.unit,
        counted_from: row.counted_from,
        counted: row.counted,
        due: Due::from_columns(row.due_on, row.awaits_calendar_of),
        paused_on: row.paused_on,
    }
}

/// The row with its clock moved.
pub fn moved(row: &deadline::Model, clock: Clock) -> deadline::ActiveModel {
    let (due_on, awaits_calendar_of) = clock.due.columns();
    let mut changed = row.clone().into_active_model();
    changed.counted_from = Set(clock.counted_from);
    changed.counted = Set(clock.counted);
    changed.due_on = Set(due_on);
    changed.awaits_calendar_of = Set(awaits_calendar_of);
    changed.paused_on = Set(clock.paused_on);
    changed
}

/// The working-day calendar as the change finds it.
pub async fn calendar(change: &Change) -> Result<WorkdayCalendar> {
    let days = change
        .rows::<workday_calendar::Entity>(Condition::all())
        .await?;
    Ok(WorkdayCalendar::new(
        days.into_iter().map(|day| (day.year, day.date, day.kind)),
    ))
}

/// The agencies that a rule lets extend.
pub fn extended_by(rule: &deadline_rule::Model) -> Result<Vec<Agency>> {
    serde_json::from_str(&rule.extended_by).map_err(Error::internal)
}
