//! The pace of a plan: what was to be covered by a day, what was, and where that leads. Pure.

use async_graphql::SimpleObject;
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal as Exact;
use serde::{Deserialize, Serialize};

use super::{
    definitions,
    ledger::{Listed, Stage, Standing, placement},
};
use crate::{
    blocks::measure::{Basis, Definition, Measure, Unit},
    graphql::scalars::{Date, Decimal},
};

/// How coverage keeps pace with its plan on one day (进度).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject, Serialize, Deserialize)]
#[graphql(name = "CoveragePace")]
pub struct Pace {
    /// Objects that were to be covered by that day (应完成).
    pub due: Measure,
    /// Of those, the ones that are not (滞后).
    pub behind: Measure,
    /// Covered as a share of what was to be covered by that day; no value when nothing was (按期完成率).
    pub on_time_rate: Measure,
    /// Percentage points by which that rate may fall short of 100, by the dispatcher's setting `PACE_TOLERANCE` (容忍度).
    pub tolerance: Decimal,
    /// Whether it falls short by more: the plan lags (是否滞后).
    pub late: bool,
    /// Days of the plan's years that have passed, as a share of all (时间进度).
    pub time_elapsed: Measure,
    /// Covered within the 365 days up to that day (近一年完成).
    pub covered_in_the_last_year: Measure,
    /// The day on which the list is covered if work goes on as in the last year; the day on which it was covered when it is. Null
    /// when there is no object, when none was covered in the last year, or when it would take more than a hundred years (预计全覆盖日期).
    pub projected_on: Option<Date>,
    /// Whether that day lies in the years of the plan; null when there is no such day (能否按期).
    pub projected_in_time: Option<bool>,
    /// How the projected day is computed (测算方法).
    pub projection: Definition,
}

/// The days over which the rate of work is taken.
const LAST_YEAR: u64 = 365;
/// A projection further away says nothing.
const A_HUNDRED_YEARS: u64 = 36_525;

/// What pace counts, object by object.
#[derive(Clone, Debug)]
pub struct Progress {
    first: NaiveDate,
    last: NaiveDate,
    as_of: NaiveDate,
    tolerance: Exact,
    listed: usize,
    covered: usize,
    due: usize,
    behind: usize,
    lately: usize,
    latest: Option<NaiveDate>,
}

impl Progress {
    /// Nothing counted yet, of a plan for these years.
    pub fn new((from, to): (i32, i32), tolerance: Exact, as_of: NaiveDate) -> Self {
        Self {
            first: NaiveDate::from_ymd_opt(from, 1, 1).unwrap_or(as_of),
            last: NaiveDate::from_ymd_opt(to, 12, 31).unwrap_or(as_of),
            as_of,
            tolerance,
            listed: 0,
            covered: 0,
            due: 0,
            behind: 0,
            lately: 0,
            latest: None,
        }
    }

    /// One more object.
    pub fn add(&mut self, object: &Listed, standing: Standing) {
        let Standing::OnList {
            stage, covering, ..
        } = standing
        else {
            return;
        };
        self.listed += 1;
        let placed = placement(object, self.as_of);
        let was_due = placed.is_some_and(|placed| placed.due_on() <= self.as_of);
        self.due += usize::from(was_due || stage == Stage::Covered);
        self.behind += usize::from(was_due && stage != Stage::Covered);
        if let Some(covering) = covering {
            self.covered += 1;
            self.lately += usize::from(covering.on > self.a_year_ago());
            self.latest = self.latest.max(Some(covering.on));
        }
    }

    /// The pace over `basis`.
    pub fn pace(&self, basis: &Basis) -> Pace {
        let count = |count, definition| basis.count(count, Unit::Organization, definition);
        let projected = self.projected();
        let on_time_rate = basis.share(self.covered, self.due, definitions::ON_TIME_RATE);
        let rate = on_time_rate.value.map(|rate| rate.0);
        Pace {
            due: count(self.due, definitions::DUE),
            behind: count(self.behind, definitions::BEHIND),
            late: rate.is_some_and(|rate| rate + self.tolerance < Exact::ONE_HUNDRED),
            tolerance: Decimal(self.tolerance),
            on_time_rate,
            time_elapsed: basis.share(
                days(self.first, self.as_of.min(self.last)),
                days(self.first, self.last),
                definitions::TIME_ELAPSED,
            ),
            covered_in_the_last_year: count(self.lately, definitions::COVERED_IN_THE_LAST_YEAR),
            projected_on: projected.map(Date),
            projected_in_time: projected.map(|day| day <= self.last),
            projection: definitions::PROJECTION,
        }
    }

    /// What is left, at the rate of the last year or, in a younger plan, of the days since it began.
    fn projected(&self) -> Option<NaiveDate> {
        if self.listed == self.covered {
            return self.latest;
        }
        let window = days(self.first, self.as_of).clamp(1, LAST_YEAR as usize);
        let left = self.listed - self.covered;
        let needed = (left * window).div_ceil(Some(self.lately).filter(|lately| *lately > 0)?);
        let needed = u64::try_from(needed).ok()?;
        if needed > A_HUNDRED_YEARS {
            return None;
        }
        self.as_of.checked_add_days(Days::new(needed))
    }

    fn a_year_ago(&self) -> NaiveDate {
        let ago = self.as_of.checked_sub_days(Days::new(LAST_YEAR));
        ago.unwrap_or(self.as_of)
    }
}

/// How many days from `first` to `last`, both counted; none when it has not begun.
fn days(first: NaiveDate, last: NaiveDate) -> usize {
    let days = last.signed_duration_since(first).num_days() + 1;
    usize::try_from(days).unwrap_or_default()
}
