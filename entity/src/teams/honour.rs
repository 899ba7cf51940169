//! Honours of inspection cadres.

use sea_orm::entity::prelude::*;

/// A title given to an inspection cadre.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "honour")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub person_id: Uuid,
    pub title: String,
    pub granted_by: String,
    pub granted_on: Date,
    pub year: i32,
    pub ground: String,
    pub deployment_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
