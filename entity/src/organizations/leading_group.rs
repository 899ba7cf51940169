//! The leading group for inspection work of a dispatcher.

use sea_orm::entity::prelude::*;

/// A leading group (领导小组) from its constitution to its dissolution.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "leading_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher under which it stands.
    pub dispatcher_id: Uuid,
    /// The term for which it was constituted, as people call it.
    pub term_label: String,
    /// Its first day.
    pub constituted_on: Date,
    /// Its last day; null while it stands.
    pub dissolved_on: Option<Date>,
    /// Why it was dissolved; null while it stands.
    pub dissolution_reason: Option<String>,
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
