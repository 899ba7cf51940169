//! Deadlines on records.

use sea_orm::entity::prelude::*;

use super::deadline_rule::DeadlineUnit;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a deadline stands today (期限状态).
    pub enum DeadlineStanding {
        /// The clock runs and no warning is out (进行中).
        Running = "RUNNING",
        /// The clock runs and at least one warning step is reached (已预警).
        Warned = "WARNED",
        /// The due day has passed and it is not done (已逾期).
        Overdue = "OVERDUE",
        /// The clock is stopped (已暂停).
        Paused = "PAUSED",
        /// The due day is not known yet: it falls into a year whose working days are not published (待公布工作日历).
        AwaitingCalendar = "AWAITING_CALENDAR",
        /// Done in time (按期完成).
        Met = "MET",
        /// Done after the due day (逾期完成).
        MetLate = "MET_LATE",
        /// Asked no more before it was done: what asked for it was withdrawn or returned (已解除).
        Lifted = "LIFTED",
    }
}

/// A deadline (期限) on a record, with the rule and the edition of it that set it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deadline")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching organization in whose work the deadline runs.
    pub dispatcher_id: Uuid,
    /// The organization that has to do it; null when that is the dispatcher itself.
    pub owed_by_id: Option<Uuid>,
    /// Noun of the record that it stands on.
    #[sea_orm(column_type = "Text")]
    pub record_noun: String,
    pub record_id: Uuid,
    pub rule_id: Uuid,
    /// Edition of the rule when the clock started.
    pub rule_edition: i32,
    pub unit: DeadlineUnit,
    /// Warning steps of that edition, as a JSON list of days before the due day.
    #[sea_orm(column_type = "Text")]
    pub warnings: String,
    /// Day of the start event, which itself does not count.
    pub started_on: Date,
    /// Day from which `counted` is counted: the start, or the last resumption.
    pub counted_from: Date,
    /// Days still given from `counted_from` on; while the clock is stopped, what was left.
    pub counted: i32,
    /// Last day in time; null while the clock is stopped or the calendar of that year is not published.
    pub due_on: Option<Date>,
    /// The year whose working-day calendar must be published before the due day is known; null when it is known.
    pub awaits_calendar_of: Option<i32>,
    /// Day on which the clock was stopped; null while it runs.
    pub paused_on: Option<Date>,
    /// Why it was stopped the last time; null when it never was.
    #[sea_orm(column_type = "Text", nullable)]
    pub pause_reason: Option<String>,
    /// Day on which it was done; null while it is not.
    pub met_on: Option<Date>,
    /// Day from which it is asked no more; null while it is, or when it was done.
    pub lifted_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
