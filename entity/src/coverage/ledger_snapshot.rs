//! The ledger of a plan as it was frozen for a report (台账快照); written once and never changed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_snapshot")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub plan_id: Uuid,
    pub dispatcher_id: Uuid,
    /// The last day that the figures take in.
    pub as_of: Date,
    pub purpose: Option<String>,
    /// The ledger as JSON, each measure with its definition and version.
    pub figures: String,
    /// SHA-256 over `figures`.
    pub hash: String,
    pub frozen_by: String,
    pub frozen_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
