//! A numbered round (轮) of inspections within a term.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub term_id: Uuid,
    pub dispatcher_id: Uuid,
    /// Number within the term, from 1.
    pub ordinal: i32,
    pub name: String,
    pub year: i32,
    /// First day of the window in which its teams are on site.
    pub starts_on: Date,
    pub ends_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
