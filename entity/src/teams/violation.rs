//! Breaches of discipline by inspection cadres.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Which discipline was broken (违纪类别).
    pub enum ViolationCategory {
        /// The four must-nots (四个不得).
        FourMustNots = "FOUR_MUST_NOTS",
        /// The alcohol ban (禁酒令).
        AlcoholBan = "ALCOHOL_BAN",
        /// Asking for instructions and reporting (请示报告).
        Reporting = "REPORTING",
        /// Work discipline (工作纪律).
        Work = "WORK",
        /// Confidentiality (保密纪律).
        Confidentiality = "CONFIDENTIALITY",
        /// Style of work (作风纪律).
        Style = "STYLE",
    }
}

vocabulary! {
    /// How far a breach has been dealt with (处理状态).
    pub enum ViolationStatus {
        /// Not handled yet (待处理).
        Open = "OPEN",
        /// Handled (已处理).
        Handled = "HANDLED",
    }
}

/// A breach of discipline by an inspection cadre.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "violation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub person_id: Uuid,
    pub team_id: Option<Uuid>,
    pub category: ViolationCategory,
    /// The clause that was broken; for the four must-nots a code of their checklist.
    pub clause: Option<String>,
    pub occurred_on: Date,
    pub found_on: Date,
    pub detail: String,
    pub status: ViolationStatus,
    pub handled_on: Option<Date>,
    pub handling: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
