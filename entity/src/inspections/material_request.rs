//! A material that the organization was asked for (提供材料).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "material_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub inspection_id: Uuid,
    pub dispatcher_id: Uuid,
    /// The special check for which it is needed.
    pub special_check_id: Option<Uuid>,
    pub name: String,
    /// The name folded, by which the same material is known again.
    pub search: String,
    /// Whether it has to be written for the inspection.
    pub newly_drafted: bool,
    pub asked_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
