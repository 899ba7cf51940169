//! A declaration of full coverage (实现全覆盖) of a plan or of one object type in it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "full_coverage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub plan_id: Uuid,
    pub term_id: Uuid,
    pub dispatcher_id: Uuid,
    /// The object type declared covered; null when the whole list is.
    pub object_type: Option<String>,
    /// Objects on the list, all covered, when it was declared; null when not recorded.
    pub object_count: Option<i32>,
    pub reached_on: Date,
    pub declared_on: Date,
    pub statement: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
