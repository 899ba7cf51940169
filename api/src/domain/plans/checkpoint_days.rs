//! Until when the three looks at an annual plan are due, where nobody set another day.

use chrono::{Days, NaiveDate};

use crate::{
    blocks::setting::{
        MID_YEAR_CHECK_GRACE_DAYS, START_PLAN_GRACE_DAYS, Settings, YEAR_SUMMARY_GRACE_DAYS,
    },
    error::{Error, Result},
};

/// The due days of start, middle and end of `year`, by the settings of the dispatcher.
pub fn usual(year: i32, settings: &Settings) -> Result<[NaiveDate; 3]> {
    let day = |month, day, grace| {
        let grace = u64::try_from(settings.number(grace)).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, month, day)
            .and_then(|day| day.checked_add_days(Days::new(grace)))
            .ok_or_else(|| Error::internal(format!("{year} is no year of the calendar")))
    };
    Ok([
        day(1, 1, START_PLAN_GRACE_DAYS)?,
        day(6, 30, MID_YEAR_CHECK_GRACE_DAYS)?,
        day(12, 31, YEAR_SUMMARY_GRACE_DAYS)?,
    ])
}
