//! Enter the State Council's notice on the holidays of a year, or one that amends it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use inspectorate_entity::rules::{
    deadline::{self, Model as DeadlineRow},
    deadline_extension,
    deadline_rule::DeadlineUnit,
    workday_calendar::{self, DayKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, IntoActiveModel};
use uuid::Uuid;

use super::{
    deadline_clock, deadline_gates, deadline_running, workday_calendar_day::WorkdayCalendarDay,
};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{
        coded::Coded,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// A day that the notice makes different (节假日或调休上班日).
#[derive(Input)]
pub struct WorkdayCalendarDayInput {
    /// The day (日期).
    pub date: Date,
    /// Whether it is off or worked (性质).
    pub kind: Coded<DayKind>,
    /// The holiday that it belongs to (节日名称).
    pub name: Name,
}

/// The notice of a year (节假日安排通知).
#[derive(Input)]
pub struct PublishWorkdayCalendarInput {
    /// The year of the notice (年份).
    pub year: i32,
    /// The notice with number and address (来源).
    pub source: Paragraph,
    /// Its holidays and make-up workdays; a day that is there already is amended (日期安排).
    pub days: Vec<WorkdayCalendarDayInput>,
}

/// Enter a yearly notice on holidays, or one that amends it, as a dispatcher that no other stands above: the calendar is one for the whole country; deadlines that waited for it, or that count days it changes, are counted again unless they were extended to a day (录入节假日安排).
#[verb(WorkdayCalendarDay)]
pub async fn publish_workday_calendar(
    change: &mut Change,
    input: PublishWorkdayCalendarInput,
) -> Result<Uuid> {
    deadline_gates::nobody_stands_above(&change.viewer().jurisdiction)?;
    deadline_gates::year_is_plausible(input.year)?;
    let days: Vec<_> = input
        .days
        .iter()
        .map(|day| (day.date.0, day.kind.0))
        .collect();
    deadline_gates::notice_is_consistent(input.year, &days)?;
    let dates = days.iter().map(|(date, _)| *date);
    let there = change
        .rows::<workday_calendar::Entity>(workday_calendar::Column::Date.is_in(dates))
        .await?;
    let there: BTreeMap<_, _> = there.into_iter().map(|row| (row.date, row)).collect();
    let mut first = None;
    for day in input.days {
        let id = match there.get(&day.date.0) {
            Some(before) => {
                let mut amended = before.clone().into_active_model();
                amended.kind = Set(day.kind.0);
                amended.name = Set(day.name.0);
                amended.year = Set(input.year);
                amended.source = Set(input.source.0.clone());
                change.update(before, amended).await?.id
            }
            None => {
                let new = workday_calendar::ActiveModel {
                    date: Set(day.date.0),
                    kind: Set(day.kind.0),
                    name: Set(day.name.0),
                    year: Set(input.year),
                    source: Set(input.source.0.clone()),
                    ..Default::default()
                };
                change.insert(new).await?.id
            }
        };
        first.get_or_insert(id);
    }
    let earliest = days.iter().map(|(date, _)| *date).min();
    count_again(change, earliest.unwrap_or(NaiveDate::MAX)).await?;
    first.ok_or_else(|| Error::internal("a notice without days"))
}

/// Count the running working-day deadlines again that end on `earliest` or later, or wait for a calendar.
async fn count_again(change: &mut Change, earliest: NaiveDate) -> Result<()> {
    let running = deadline_running::running()
        .add(deadline::Column::Unit.eq(DeadlineUnit::WorkingDays))
        .add(deadline::Column::PausedOn.is_null())
        .add(
            Condition::any()
                .add(deadline::Column::AwaitsCalendarOf.is_not_null())
                .add(deadline::Column::DueOn.gte(earliest)),
        );
    let running: Vec<DeadlineRow> = change.rows::<deadline::Entity>(running).await?;
    let ids = running.iter().map(|row| row.id);
    let extended: BTreeSet<Uuid> = change
        .rows::<deadline_extension::Entity>(deadline_extension::Column::DeadlineId.is_in(ids))
        .await?
        .into_iter()
        .map(|extension| extension.deadline_id)
        .collect();
    let calendar = deadline_clock::calendar(change).await?;
    for row in running {
        let clock = deadline_clock::of(&row);
        let again = clock.recounted(&calendar);
        if again != clock && !extended.contains(&row.id) {
            change
                .update(&row, deadline_clock::moved(&row, again))
                .await?;
        }
    }
    Ok(())
}
