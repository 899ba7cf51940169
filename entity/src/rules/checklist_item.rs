//! Items of checklists.

use sea_orm::entity::prelude::*;

/// One item of a checklist (清单条目).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub checklist_id: Uuid,
    /// Its name in the list, such as `NO_INTERFERENCE`.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// What it asks, in English.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// What it asks, in Chinese.
    #[sea_orm(column_type = "Text")]
    pub text_zh: String,
    /// Whether it must be answered; else it may be left open.
    pub required: bool,
    /// Place in the list, from 1.
    pub sequence: i32,
    /// The clause of a benchmark that it asks after.
    pub clause_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
