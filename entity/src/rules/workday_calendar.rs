//! The working-day calendar: days that differ from Monday to Friday, as the State Council's yearly notices say.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a day differs from the ordinary week (日期性质).
    pub enum DayKind {
        /// Off although it may be a weekday (放假).
        Holiday = "HOLIDAY",
        /// Worked although it is a Saturday or Sunday (调休上班).
        MakeupWorkday = "MAKEUP_WORKDAY",
    }
}

/// A holiday or make-up workday (节假日与调休上班日).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "workday_calendar")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The day; one row for each.
    #[sea_orm(unique)]
    pub date: Date,
    pub kind: DayKind,
    /// The holiday that it belongs to.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The year whose notice names the day; 31 December may stand in the notice of the year after.
    pub year: i32,
    /// The notice, with number and address.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
