//! The working-day calendar (工作日历): weekends, holidays and make-up workdays (调休上班), year by year as published.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use inspectorate_entity::rules::workday_calendar::DayKind;

/// The days that the yearly notices make different from Monday to Friday, and the years for which a notice is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkdayCalendar {
    special: BTreeMap<NaiveDate, DayKind>,
    years: BTreeSet<i32>,
}

/// The calendar of `year` is not published, so whether a day of it is worked is not known: nothing may be assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpublished {
    pub year: i32,
}

impl WorkdayCalendar {
    /// A calendar of these days; each comes with the year whose notice names it, and a year is published once one day names it.
    pub fn new(days: impl IntoIterator<Item = (i32, NaiveDate, DayKind)>) -> Self {
        let mut calendar = Self::default();
        for (year, date, kind) in days {
            calendar.years.insert(year);
            calendar.special.insert(date, kind);
        }
        calendar
    }

    /// The last year whose notice is known; `None` without any.
    pub fn last_published_year(&self) -> Option<i32> {
        self.years.last().copied()
    }

    /// Whether `date` is worked: make-up workdays are, holidays are not, and otherwise Monday to Friday.
    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, Unpublished> {
        if !self.years.contains(&date.year()) {
            return Err(Unpublished { year: date.year() });
        }
        Ok(match self.special.get(&date) {
            Some(DayKind::Holiday) => false,
            Some(DayKind::MakeupWorkday) => true,
            None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        })
    }

    /// The `count`-th working day after `start`; the day of the start itself does not count (开始的当日不计入).
    /// A count of 0 gives `start` back, worked or not.
    pub fn after(&self, start: NaiveDate, count: i32) -> Result<NaiveDate, Unpublished> {
        self.step(start, count, NaiveDate::succ_opt)
    }

    /// The `count`-th working day before `end`, for warnings.
    pub fn before(&self, end: NaiveDate, count: i32) -> Result<NaiveDate, Unpublished> {
        self.step(end, count, NaiveDate::pred_opt)
    }

    /// Working days later than `start` and not later than `end`; negative when `end` is the earlier one.
    pub fn between(&self, start: NaiveDate, end: NaiveDate) -> Result<i32, Unpublished> {
        if end < start {
            return Ok(-self.between(end, start)?);
        }
        let mut worked = 0;
        for day in start.iter_days().skip(1).take_while(|day| *day <= end) {
            worked += i32::from(self.is_working_day(day)?);
        }
        Ok(worked)
    }

    fn step(
        &self,
        from: NaiveDate,
        count: i32,
        next: impl Fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Result<NaiveDate, Unpublished> {
        let mut day = from;
        let mut left = count;
        while left > 0 {
            day = next(&day).ok_or(Unpublished { year: day.year() })?;
            if self.is_working_day(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }
}
