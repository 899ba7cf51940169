//! Where an inspection body works.

use sea_orm::entity::prelude::*;

/// A fixed place of work (办公场所) for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "workplace")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The body that works there.
    pub organization_id: Uuid,
    /// Where it is.
    pub address: String,
    /// Floor area in square metres; null when not recorded.
    pub area_square_metres: Option<i32>,
    /// Whether office and teams share it.
    pub is_shared: bool,
    /// What the place was before; null when not recorded.
    pub formerly: Option<String>,
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
