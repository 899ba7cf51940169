//! Notice that others took of a practice.

use sea_orm::entity::prelude::*;

use crate::{organizations::organization::OrganizationLevel, vocabulary::vocabulary};

vocabulary! {
    /// How a practice was taken notice of (认可方式).
    pub enum RecognitionForm {
        /// Praised (肯定).
        Praised = "PRAISED",
        /// Recommended for others to follow (推广).
        Promoted = "PROMOTED",
        /// Presented at a class or meeting (交流).
        Exchanged = "EXCHANGED",
        /// Taken into a collection of cases (收录典型案例).
        Case = "CASE",
        /// Published in the media (刊发).
        Published = "PUBLISHED",
    }
}

vocabulary! {
    /// Who may know of it (知悉范围).
    pub enum RecognitionAccess {
        /// Everybody who sees the practice (公开).
        Open = "OPEN",
        /// Those who plan inspections, as with internal references (内部).
        Restricted = "RESTRICTED",
    }
}

/// Notice that others took of a practice.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "practice_recognition")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub practice_id: Uuid,
    pub dispatcher_id: Uuid,
    pub form: RecognitionForm,
    pub by_whom: String,
    pub level: OrganizationLevel,
    /// The meeting, class or publication; null when none was named.
    pub occasion: Option<String>,
    /// Number of the session or issue.
    pub ordinal: Option<i32>,
    pub on_day: Date,
    pub access: RecognitionAccess,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
