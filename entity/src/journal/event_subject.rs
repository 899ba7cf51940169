//! The records that an event touched.

use sea_orm::entity::prelude::*;

/// An event touched a record: the history of a record is the events that point at it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_subject")]
pub struct Model {
    /// The event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    /// The record's noun.
    #[sea_orm(primary_key, auto_increment = false)]
    pub noun: String,
    /// The record.
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject_id: Uuid,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
