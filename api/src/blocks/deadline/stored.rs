//! The calendar as it stands in the database.

use chrono::NaiveDate;
use inspectorate_entity::{rules::workday_calendar::DayKind, vocabulary::Vocabulary};
use sea_orm::QueryResult;

use super::calendar::WorkdayCalendar;
use crate::{
    error::{Error, Result},
    read::Sql,
};

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
