//! The calendar as it stands in the database, and today as this work counts it.

use chrono::{FixedOffset, NaiveDate, Utc};
use inspectorate_entity::{rules::workday_calendar::DayKind, vocabulary::Vocabulary};
use sea_orm::QueryResult;

use super::calendar::WorkdayCalendar;
use crate::{
    error::{Error, Result},
    read::Sql,
};

/// Today in China (UTC+8): a day ends at midnight there, wherever the server stands.
pub fn today() -> NaiveDate {
    let now = Utc::now();
    match FixedOffset::east_opt(8 * 3600) {
        Some(china) => now.with_timezone(&china).date_naive(),
        None => now.date_naive(),
    }
}

/// The statement that reads the calendar: some forty rows a year, of which everybody may see every one.
pub fn select(mut sql: Sql) -> Sql {
    sql.push("SELECT \"year\", \"date\", \"kind\" FROM workday_calendar");
    sql
}

/// The calendar that those rows make.
pub fn calendar(rows: Vec<QueryResult>) -> Result<WorkdayCalendar> {
    let days = rows
        .iter()
        .map(|row| {
            let kind: String = row.try_get("", "kind")?;
            let kind = DayKind::parse(&kind)
                .ok_or_else(|| Error::internal(("kind of a calendar day", kind)))?;
            Ok((row.try_get("", "year")?, row.try_get("", "date")?, kind))
        })
        .collect::<Result<Vec<(i32, NaiveDate, DayKind)>>>()?;
    Ok(WorkdayCalendar::new(days))
}
