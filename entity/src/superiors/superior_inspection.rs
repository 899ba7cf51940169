//! An inspection that a superior carries out by itself, as a place keeps it.

use sea_orm::entity::prelude::*;

use crate::{coverage::coverage_record::InspectionKind, vocabulary::vocabulary};

vocabulary! {
    /// How far the inspection of a superior has come (上级巡视状态).
    pub enum SuperiorInspectionStatus {
        /// The superior announced it (已告知).
        Announced = "ANNOUNCED",
        /// Its team is on site (进驻中).
        UnderWay = "UNDER_WAY",
        /// Its team has left (已结束).
        Ended = "ENDED",
        /// The superior called it off (已取消).
        CalledOff = "CALLED_OFF",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "superior_inspection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher whose place is inspected and whose office keeps it.
    pub dispatcher_id: Uuid,
    /// Who inspects, as that body is called: it stands above the place and is in no list of it.
    pub superior: String,
    pub name: String,
    pub kind: InspectionKind,
    /// The mechanism by which the place supports it.
    pub mechanism_id: Option<Uuid>,
    /// What it looks into.
    pub topics: Option<String>,
    pub status: SuperiorInspectionStatus,
    pub announced_on: Date,
    /// Its days as they are planned.
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    /// When its team came.
    pub entered_on: Option<Date>,
    /// When its team left, or when it was called off.
    pub ended_on: Option<Date>,
    /// Why it was called off.
    pub end_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
