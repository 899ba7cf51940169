//! Deadline rules: how long which event gives, as a row and never as a number in the code.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a deadline counts (期限单位).
    pub enum DeadlineUnit {
        /// Every day of the calendar (自然日).
        CalendarDays = "CALENDAR_DAYS",
        /// Days worked by the State Council's yearly notice, make-up workdays included (工作日).
        WorkingDays = "WORKING_DAYS",
        /// Months, to the day of the same number or the last of the month (月).
        Months = "MONTHS",
    }
}

/// A deadline rule (期限规则) in one edition; a changed rule is a new row, so that deadlines keep the edition that set them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deadline_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching organization whose rule it is; null for the shipped default.
    pub dispatcher_id: Option<Uuid>,
    /// Stable name, such as `RECTIFICATION_PLAN`.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    /// Which wording of the rule this is for its dispatcher, counted from 1.
    pub edition: i32,
    /// English name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name_zh: String,
    /// The event that starts the clock, such as `FEEDBACK_GIVEN`.
    #[sea_orm(column_type = "Text")]
    pub start_event: String,
    /// How many of the unit the rule gives; the day of the event does not count.
    pub length: i32,
    pub unit: DeadlineUnit,
    /// Days before the due day on which to warn, as a JSON list, such as `[20,10]`; working days when the unit is working days.
    #[sea_orm(column_type = "Text")]
    pub warnings: String,
    /// Agencies that may extend, as a JSON list of their codes.
    #[sea_orm(column_type = "Text")]
    pub extended_by: String,
    /// Where the length comes from; "default, set your own" where the sources print no days.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// First day on which it starts clocks.
    pub valid_from: Option<Date>,
    /// Last day on which it starts clocks; null while it does.
    pub valid_to: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
