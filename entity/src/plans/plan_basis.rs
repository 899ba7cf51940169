//! What a plan rests on: a clause of a planning document, or a central task (规划依据).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of thing a plan rests on (依据种类).
    pub enum BasisKind {
        /// A planning document that speaks of inspection, such as a five-year or three-year development plan (发展规划).
        PlanningDocument = "PLANNING_DOCUMENT",
        /// The central task with which inspection is planned, deployed and advanced (中心工作).
        CentralTask = "CENTRAL_TASK",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_basis")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub plan_id: Uuid,
    pub dispatcher_id: Uuid,
    pub kind: BasisKind,
    pub title: String,
    pub issuer: Option<String>,
    pub document_number: Option<String>,
    /// What it says about inspection.
    pub clause: String,
    pub dated_on: Option<Date>,
    pub dropped_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
