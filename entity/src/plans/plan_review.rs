//! What a superior said about a plan (上级对规划、计划的指导督促意见).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a superior's review of a plan came to (审核结论).
    pub enum ReviewOutcome {
        /// To be revised and handed in again (退回修改).
        Returned = "RETURNED",
        /// Good as it is (予以确认).
        Confirmed = "CONFIRMED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub plan_id: Uuid,
    /// Whose plan it is.
    pub dispatcher_id: Uuid,
    /// The authority in whose name it was reviewed.
    pub superior_id: Uuid,
    /// The body that reviewed it.
    pub reviewer_id: Uuid,
    pub outcome: ReviewOutcome,
    /// Entry of the code list `PLAN_QUALITY_GRADE`.
    pub grade: Option<String>,
    pub comments: String,
    pub reviewed_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
