//! How a leadership team or one of its members was examined politically.

use sea_orm::entity::prelude::*;

/// A political examination of a leadership team or of one of its members (政治素质考察).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "political_examination")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The inspection with which it was combined.
    pub inspection_id: Uuid,
    pub dispatcher_id: Uuid,
    /// The inspected organization, whose leadership team was examined.
    pub organization_id: Uuid,
    /// The member; null when it is about the team as a whole.
    pub person_id: Option<Uuid>,
    pub held_on: Date,
    pub result: String,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
