//! The clock of one deadline (期限计时): started, stopped, resumed, extended, met.

use chrono::NaiveDate;
use inspectorate_entity::rules::deadline_rule::DeadlineUnit;

use super::{
    calendar::{Unpublished, WorkdayCalendar},
    length::{Length, days_between},
};

/// What is counted, from when, and the day that makes; the columns of a deadline without its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub unit: DeadlineUnit,
    /// The day from which `counted` is counted: the start event, or the last resumption.
    pub counted_from: NaiveDate,
    /// Days still given from `counted_from` on; while stopped, what was left. In the rule's own unit only until a month is turned into days.
    pub counted: i32,
    pub due: Due,
    /// The day on which the clock was stopped; `None` while it runs.
    pub paused_on: Option<NaiveDate>,
}

/// The day by which it must be done, as far as it can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On this day at the latest.
    On(NaiveDate),
    /// The count runs into a year whose working days are not published yet; the day follows when they are.
    AwaitsCalendar(i32),
    /// Nothing is due while the clock is stopped.
    Stopped,
}

impl Due {
    /// The columns `due_on` and `awaits_calendar_of`.
    pub fn columns(self) -> (Option<NaiveDate>, Option<i32>) {
        match self {
            Self::On(date) => (Some(date), None),
            Self::AwaitsCalendar(year) => (None, Some(year)),
            Self::Stopped => (None, None),
        }
    }

    /// Back from the columns.
    pub fn from_columns(due_on: Option<NaiveDate>, awaits_calendar_of: Option<i32>) -> Self {
        match (due_on, awaits_calendar_of) {
            (Some(date), _) => Self::On(date),
            (None, Some(year)) => Self::AwaitsCalendar(year),
            (None, None) => Self::Stopped,
        }
    }

    fn of(day: Result<NaiveDate, Unpublished>) -> Self {
        match day {
            Ok(date) => Self::On(date),
            Err(Unpublished { year }) => Self::AwaitsCalendar(year),
        }
    }
}

/// Why the clock cannot be moved as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockRefusal {
    /// It is stopped already, or was never stopped.
    NotRunning,
    NotStopped,
    /// The day given is before the clock's own beginning or its stop.
    BeforeBeginning(NaiveDate),
    /// The deadline has passed: it can be extended, not stopped.
    Past(NaiveDate),
    /// The new day must be later than the old one.
    NotLater(NaiveDate),
    /// The day cannot be counted without the calendar of this year.
    CalendarUnpublished(i32),
}

impl From<Unpublished> for ClockRefusal {
    fn from(unpublished: Unpublished) -> Self {
        Self::CalendarUnpublished(unpublished.year)
    }
}

impl Clock {
    /// Start the clock with the event of `started_on`.
    pub fn start(started_on: NaiveDate, length: Length, calendar: &WorkdayCalendar) -> Self {
        let day = length.ends(started_on, calendar);
        let counted = match (length.unit, day) {
            // Months have no fixed number of days: from here on the clock counts the days that these months have.
            (DeadlineUnit::Months, Ok(last)) => {
                i32::try_from((last - started_on).num_days()).unwrap_or(i32::MAX)
            }
            _ => length.amount.max(0),
        };
        Self {
            unit: length.unit,
            counted_from: started_on,
            counted,
            due: Due::of(day),
            paused_on: None,
        }
    }

    /// Stop the clock on `day` (暂停计时); what is left by then is kept.
    pub fn pause(self, day: NaiveDate, calendar: &WorkdayCalendar) -> Result<Self, ClockRefusal> {
        if self.paused_on.is_some() {
            return Err(ClockRefusal::NotRunning);
        }
        if day < self.counted_from {
            return Err(ClockRefusal::BeforeBeginning(self.counted_from));
        }
        if let Due::On(due) = self.due
            && day > due
        {
            return Err(ClockRefusal::Past(due));
        }
        let gone = days_between(self.unit, self.counted_from, day, calendar)?;
        Ok(Self {
            counted: (self.counted - gone).max(0),
            due: Due::Stopped,
            paused_on: Some(day),
            ..self
        })
    }

    /// Start it again on `day` (恢复计时) with what was left.
    pub fn resume(self, day: NaiveDate, calendar: &WorkdayCalendar) -> Result<Self, ClockRefusal> {
        let Some(paused_on) = self.paused_on else {
            return Err(ClockRefusal::NotStopped);
        };
        if day < paused_on {
            return Err(ClockRefusal::BeforeBeginning(paused_on));
        }
        Ok(Self {
            counted_from: day,
            paused_on: None,
            ..self
        }
        .recounted(calendar))
    }

    /// Move the due day to `due_on` (延期), which must be later than the one that stands.
    pub fn extend(
        self,
        due_on: NaiveDate,
        calendar: &WorkdayCalendar,
    ) -> Result<Self, ClockRefusal> {
        match self.due {
            Due::Stopped => return Err(ClockRefusal::NotRunning),
            Due::AwaitsCalendar(year) => return Err(ClockRefusal::CalendarUnpublished(year)),
            Due::On(due) if due_on <= due => return Err(ClockRefusal::NotLater(due)),
            Due::On(_) => {}
        }
        Ok(Self {
            counted: days_between(self.unit, self.counted_from, due_on, calendar)?,
            due: Due::On(due_on),
            ..self
        })
    }

    /// The same clock with its day counted again, after the calendar of a further year was published or one was amended.
    pub fn recounted(self, calendar: &WorkdayCalendar) -> Self {
        if self.paused_on.is_some() {
            return self;
        }
        let unit = match self.unit {
            // Turned into days when the clock started.
            DeadlineUnit::Months => DeadlineUnit::CalendarDays,
            unit => unit,
        };
        let length = Length {
            amount: self.counted,
            unit,
        };
        Self {
            due: Due::of(length.ends(self.counted_from, calendar)),
            ..self
        }
    }
}
