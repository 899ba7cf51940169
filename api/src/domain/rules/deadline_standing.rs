//! How deadlines stand and when they warn: computed for a whole page of them with one look at the calendar.

use chrono::NaiveDate;
use inspectorate_entity::{
    rules::{deadline::DeadlineStanding, deadline_rule::DeadlineUnit},
    vocabulary::Vocabulary,
};

use super::deadline_gates;
use crate::{
    blocks::{
        deadline::{
            calendar::Unpublished,
            clock::Due,
            standing::{self, End},
            stored,
        },
        measure,
    },
    error::{Error, Result},
    graphql::{coded::Coded, scalars::Date},
    read::Batch,
};

/// Where each deadline stands on the day asked for.
pub async fn standing(batch: &Batch<'_>) -> Result<Vec<Coded<DeadlineStanding>>> {
    let today = match batch.argument::<Option<Date>>("asOf")? {
        Some(Date(day)) => day,
        None => measure::today(),
    };
    let calendar = stored::calendar(batch.fetch(stored::select(batch.sql())).await?)?;
    (0..batch.len())
        .map(|row| {
            let waits_for = batch
                .integer(row, "awaits_calendar_of")
                .and_then(|year| year.try_into().ok());
            standing::standing(
                Due::from_columns(batch.date(row, "due_on"), waits_for),
                end(batch, row),
                unit(batch, row)?,
                &warnings(batch, row)?,
                today,
                &calendar,
            )
            .map(Coded)
            .map_err(unpublished)
        })
        .collect()
}

fn end(batch: &Batch<'_>, row: usize) -> Option<End> {
    let met = batch.date(row, "met_on").map(End::Met);
    met.or_else(|| batch.date(row, "lifted_on").map(|_| End::Lifted))
}

/// The days on which each deadline warns.
pub async fn warns_on(batch: &Batch<'_>) -> Result<Vec<Vec<Date>>> {
    let calendar = stored::calendar(batch.fetch(stored::select(batch.sql())).await?)?;
    (0..batch.len())
        .map(|row| {
            let Some(due_on) = batch.date(row, "due_on") else {
                return Ok(Vec::new());
            };
            let days: Vec<NaiveDate> = standing::warning_days(
                due_on,
                unit(batch, row)?,
                &warnings(batch, row)?,
                &calendar,
            )
            .map_err(unpublished)?;
            Ok(days.into_iter().map(Date).collect())
        })
        .collect()
}

fn unit(batch: &Batch<'_>, row: usize) -> Result<DeadlineUnit> {
    let text = batch.text(row, "unit").unwrap_or_default();
    DeadlineUnit::parse(text)
        .ok_or_else(|| Error::internal(("unit of a deadline", text.to_owned())))
}

fn warnings(batch: &Batch<'_>, row: usize) -> Result<Vec<i32>> {
    serde_json::from_str(batch.text(row, "warnings").unwrap_or("[]")).map_err(Error::internal)
}

fn unpublished(Unpublished { year }: Unpublished) -> Error {
    deadline_gates::calendar_is_published(year)
}
