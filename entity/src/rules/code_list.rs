//! Code lists: vocabularies that are data because they differ by place and change with time.

use sea_orm::entity::prelude::*;

/// A versioned vocabulary (代码表): sectors, topics, focus frameworks, object types.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "code_list")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching organization that keeps the list; null when it is shipped with the service and open to all.
    pub dispatcher_id: Option<Uuid>,
    /// Stable name, such as `SECTOR`; unique for its dispatcher.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    /// English name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name_zh: String,
    /// What the codes of this list say about a record.
    #[sea_orm(column_type = "Text")]
    pub definition: String,
    /// The rule or document that the list comes from; says so where the source prints the name only.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
