//! A name that an organization had before.

use sea_orm::entity::prelude::*;

/// A former name of an organization.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_name")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The organization.
    pub organization_id: Uuid,
    /// Full name in that time.
    pub name: String,
    /// Short name in that time; null when it had none.
    pub short_name: Option<String>,
    /// First day of the name; null when not recorded.
    pub starts_on: Option<Date>,
    /// Last day of the name.
    pub ends_on: Date,
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
