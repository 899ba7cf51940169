//! Until when the three looks at an annual plan are due, where nobody said another day.

use chrono::NaiveDate;

use crate::error::{Error, Result};

/// Days after which the plan at the start of a year is late, from 1 January.
const START_GRACE: u64 = 90;
/// Days after which the check in the middle is late, from 30 June.
const MID_GRACE: u64 = 31;
/// Days after which the summary is late, from 31 December.
const END_GRACE: u64 = 31;

/// The due days of start, middle and end of `year`.
pub fn usual(year: i32) -> Result<[NaiveDate; 3]> {
    let day = |month, day, grace| {
        NaiveDate::from_ymd_opt(year, month, day)
            .and_then(|day| day.checked_add_days(chrono::Days::new(grace)))
            .ok_or_else(|| Error::internal(format!("{year} is no year of the calendar")))
    };
    Ok([
        day(1, 1, START_GRACE)?,
        day(6, 30, MID_GRACE)?,
        day(12, 31, END_GRACE)?,
    ])
}
