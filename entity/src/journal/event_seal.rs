//! The end of the sealed log.

use sea_orm::entity::prelude::*;

/// Where sealing stands: the single row that every sealer locks, so that one seals at a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_seal")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// Position of the last sealed event; 0 before the first.
    pub position: i64,
    /// Hash of the last sealed event; 64 zeros before the first.
    pub hash: String,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
