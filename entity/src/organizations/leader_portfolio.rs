//! The field that a leader is in charge of.

use sea_orm::entity::prelude::*;

/// A leader is in charge of a field (分管领域) for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "leader_portfolio")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher whose leader it is.
    pub dispatcher_id: Uuid,
    /// The leader.
    pub person_id: Uuid,
    /// The field in words.
    pub field: String,
    /// The sector of which all organizations are meant; null when only the named ones are.
    pub sector_code: Option<String>,
    /// First day on which it holds.
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds.
    pub ends_on: Option<Date>,
    /// Number of the last change; a writer names the version it saw.
    pub version: i32,
    /// When the record was made.
    pub created_at: DateTimeUtc,
    /// When the record last changed.
    pub updated_at: DateTimeUtc,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
