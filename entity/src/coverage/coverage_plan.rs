//! A five-year plan (五年规划) or an annual plan (年度计划) under it.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Which plan of the term it is (规划种类).
    pub enum PlanKind {
        /// The plan for the whole term, with the object list (五年规划).
        FiveYear = "FIVE_YEAR",
        /// The objects of one year, taken from the five-year plan's list (年度计划).
        Annual = "ANNUAL",
    }
}

vocabulary! {
    /// How far a plan has come (规划状态).
    pub enum PlanStatus {
        /// Being written by the office; nobody outside the dispatcher sees it (起草).
        Draft = "DRAFT",
        /// Handed to the superior inspection body for guidance (报送上级).
        Submitted = "SUBMITTED",
        /// Approved by the dispatcher; not yet sent out (已批准).
        Approved = "APPROVED",
        /// Sent out; the agencies see it and inspections follow it (已制发).
        Issued = "ISSUED",
    }
}

vocabulary! {
    /// Where a plan stands with the superior inspection body (上级审核情况).
    pub enum PlanGuidance {
        /// The superior has said nothing yet about the plan as it was handed in last (尚未审核).
        NotReviewed = "NOT_REVIEWED",
        /// To be revised and handed in again (退回修改).
        Returned = "RETURNED",
        /// Good as it is (予以确认).
        Confirmed = "CONFIRMED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coverage_plan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub term_id: Uuid,
    pub dispatcher_id: Uuid,
    pub kind: PlanKind,
    /// The five-year plan of an annual plan.
    pub parent_id: Option<Uuid>,
    /// First calendar year; the only one of an annual plan.
    pub from_year: i32,
    pub to_year: i32,
    pub name: String,
    pub document_number: Option<String>,
    /// The number of objects that the plan itself prints.
    pub printed_object_count: Option<i32>,
    pub status: PlanStatus,
    pub submitted_on: Option<Date>,
    pub approved_on: Option<Date>,
    pub issued_on: Option<Date>,
    /// What its superior's latest review came to.
    pub guidance: PlanGuidance,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
