//! What a place does about what its superior asks.

use sea_orm::entity::prelude::*;

/// A measure under a requirement of a superior (改进措施).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "improvement_measure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub requirement_id: Uuid,
    pub dispatcher_id: Uuid,
    /// The aspect under which it stands.
    #[sea_orm(column_type = "Text")]
    pub aspect: String,
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// The body that carries it out; null for the dispatcher itself.
    pub owner_id: Option<Uuid>,
    pub set_on: Date,
    pub due_on: Option<Date>,
    pub done_on: Option<Date>,
    #[sea_orm(column_type = "Text", nullable)]
    pub result: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
