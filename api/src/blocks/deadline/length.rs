//! How long a rule gives, and the day that makes.

use chrono::{Days, Months, NaiveDate};
use inspectorate_entity::rules::deadline_rule::DeadlineUnit;

use super::calendar::{Unpublished, WorkdayCalendar};

/// A span in the unit in which the rule is written, such as 15 working days or 2 months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    pub amount: i32,
    pub unit: DeadlineUnit,
}

impl Length {
    /// The last day of the span that starts with an event on `start`; the day of the event does not count.
    ///
    /// A month ends on the day of the same number, or on the month's last day where there is none (31 January + 1 month = 28 or 29 February).
    pub fn ends(
        self,
        start: NaiveDate,
        calendar: &WorkdayCalendar,
    ) -> Result<NaiveDate, Unpublished> {
        let amount = self.amount.max(0);
        match self.unit {
            DeadlineUnit::WorkingDays => calendar.after(start, amount),
            DeadlineUnit::CalendarDays => Ok(start
                .checked_add_days(Days::new(amount.unsigned_abs().into()))
                .unwrap_or(NaiveDate::MAX)),
            DeadlineUnit::Months => Ok(start
                .checked_add_months(Months::new(amount.unsigned_abs()))
                .unwrap_or(NaiveDate::MAX)),
        }
    }
}

/// Days from `start` to `end` as a clock of this unit counts them: working days, or every day (months are counted out in days once they run).
pub fn days_between(
    unit: DeadlineUnit,
    start: NaiveDate,
    end: NaiveDate,
    calendar: &WorkdayCalendar,
) -> Result<i32, Unpublished> {
    match unit {
        DeadlineUnit::WorkingDays => calendar.between(start, end),
        DeadlineUnit::CalendarDays | DeadlineUnit::Months => {
            Ok(i32::try_from((end - start).num_days()).unwrap_or(i32::MAX))
        }
    }
}

/// The day `count` days before `end`, counted as a clock of this unit counts.
pub fn days_before(
    unit: DeadlineUnit,
    end: NaiveDate,
    count: i32,
    calendar: &WorkdayCalendar,
) -> Result<NaiveDate, Unpublished> {
    match unit {
        DeadlineUnit::WorkingDays => calendar.before(end, count),
        DeadlineUnit::CalendarDays | DeadlineUnit::Months => Ok(end
            .checked_sub_days(Days::new(count.max(0).unsigned_abs().into()))
            .unwrap_or(NaiveDate::MIN)),
    }
}
