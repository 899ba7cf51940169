//! What was covered when and by what: one inspection of one organization, as the ledger counts it.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The kind of an inspection (巡视巡察方式).
    pub enum InspectionKind {
        /// Of the whole work of the organization (常规巡视、常规巡察).
        Routine = "ROUTINE",
        /// Of one task or field (专项巡视、专项巡察).
        Special = "SPECIAL",
        /// Outside the rounds, sent quickly to one point (机动巡视、机动巡察).
        Mobile = "MOBILE",
        /// A second look at an organization inspected before (回头看).
        LookBack = "LOOK_BACK",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coverage_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher that sent the team; another than the organization's own when the inspection was elevated (提级).
    pub dispatcher_id: Uuid,
    pub term_id: Uuid,
    pub organization_id: Uuid,
    /// The object that the inspection counts for.
    pub object_id: Option<Uuid>,
    pub round_id: Option<Uuid>,
    pub kind: InspectionKind,
    /// The inspection of another organization from which this one was reached (延伸).
    pub extended_from_id: Option<Uuid>,
    pub operation_name: Option<String>,
    /// Number of the batch (批次) within the operation.
    pub batch: Option<i32>,
    pub started_on: Date,
    pub ended_on: Option<Date>,
    pub reported_on: Option<Date>,
    pub fed_back_on: Option<Date>,
    pub findings_recorded_on: Option<Date>,
    pub rectification_accepted_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
