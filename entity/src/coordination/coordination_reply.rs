//! What is answered to a request.

use sea_orm::entity::prelude::*;

use super::coordination_request::InformationClass;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coordination_reply")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub request_id: Uuid,
    pub ordinal: i32,
    pub is_final: bool,
    /// The organization of which it speaks.
    pub organization_id: Option<Uuid>,
    pub class: InformationClass,
    pub content: String,
    pub people: Option<i32>,
    pub replied_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
