//! An audit that the audit department plans.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far an audit project has come (审计项目状态).
    pub enum AuditStatus {
        /// Planned, or under way (已列入计划).
        Planned = "PLANNED",
        /// Done (已完成).
        Finished = "FINISHED",
        /// Given up (已撤销).
        Withdrawn = "WITHDRAWN",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_project")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The authority for which the audit body acts.
    pub dispatcher_id: Uuid,
    /// The body that audits.
    pub auditor_id: Uuid,
    /// The audited organization.
    pub organization_id: Uuid,
    pub name: String,
    pub topic: String,
    /// The term in a post whose economic responsibility is audited.
    pub appointment_id: Option<Uuid>,
    /// The special check that it is carried out as.
    pub special_check_id: Option<Uuid>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub status: AuditStatus,
    pub planned_on: Date,
    pub ended_on: Option<Date>,
    pub end_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
