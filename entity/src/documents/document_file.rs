//! A file of a document, in one revision.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub document_id: Uuid,
    /// The body that attached it.
    pub organization_id: Uuid,
    pub name: String,
    pub revision: i32,
    pub media_type: String,
    pub size: i64,
    pub sha256: String,
    /// The key under which its bytes are stored; no client learns it.
    pub stored_as: String,
    pub attached_on: Date,
    pub attached_by: String,
    pub removed_on: Option<Date>,
    pub removal_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
