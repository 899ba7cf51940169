//! A place from which the staff of an inspection comes: the third dispatch fact.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff_origin")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub inspection_id: Uuid,
    pub dispatcher_id: Uuid,
    /// The dispatcher from whose place the people come.
    pub origin_id: Uuid,
    pub origin_code: String,
    pub origin_name: String,
    /// From this day those who lend people may know of it.
    pub open_on: Option<Date>,
    /// Its last day; null while it holds.
    pub ends_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
