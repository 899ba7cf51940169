//! What one side of a joint operation found, shared with the others.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub operation_id: Uuid,
    /// The side that found it.
    pub finder_id: Uuid,
    /// The one side that counts it.
    pub counter_id: Uuid,
    /// The organization that it is about.
    pub organization_id: Uuid,
    pub category: String,
    pub basis: String,
    pub description: String,
    /// How grave it is, in the words of who found it.
    pub severity: Option<String>,
    pub amount_cents: Option<i64>,
    /// Evidence of the other sides that it rests on.
    pub evidence_reused: Option<String>,
    /// Hash of the file that holds the evidence.
    pub sha256: Option<String>,
    /// The finding of an audit that it is.
    pub audit_finding_id: Option<Uuid>,
    pub shared_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
