//! A visit of an inspection body to its superior.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upward_visit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher whose body went.
    pub dispatcher_id: Uuid,
    /// The body that went.
    pub body_id: Uuid,
    /// To whom, as that body is called: it stands above the place and is in no list of it.
    pub superior: String,
    pub visited_on: Date,
    pub topics: String,
    pub replies: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
