//! A day that the working-day calendar makes different.

use inspectorate_entity::rules::workday_calendar::DayKind;
use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
};

/// A holiday or make-up workday by the State Council's yearly notice; other days are worked Monday to Friday (节假日与调休上班日).
#[derive(Noun)]
#[noun(table = "workday_calendar", plural = "workdayCalendarDays", reads = ReadRules, visible = visible_to, order(date))]
pub struct WorkdayCalendarDay {
    /// The day (日期).
    #[noun(filter, order)]
    pub date: Date,
    /// Whether it is off or worked (性质).
    #[noun(filter)]
    pub kind: DayKind,
    /// The holiday that it belongs to (节日名称).
    #[noun(filter)]
    pub name: String,
    /// The year whose notice names it; a year without any such day is not published, and nothing is counted in it (通知年份).
    #[noun(filter, order)]
    pub year: i32,
    /// The notice, with number and address (来源).
    pub source: String,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Everything
}
