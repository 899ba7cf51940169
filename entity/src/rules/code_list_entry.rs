//! Entries of code lists, one row per edition of a code.

use sea_orm::entity::prelude::*;

/// One code of a list (代码) in one edition: a record that cites this row keeps the wording it was coded with.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "code_list_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub code_list_id: Uuid,
    /// The code itself; unique in its list together with the edition.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Which wording of the code this is, counted from 1.
    pub edition: i32,
    /// English label.
    #[sea_orm(column_type = "Text")]
    pub label: String,
    /// Chinese label.
    #[sea_orm(column_type = "Text")]
    pub label_zh: String,
    /// When the code applies.
    #[sea_orm(column_type = "Text")]
    pub definition: String,
    /// The rule or document that the code comes from.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// First day on which records may be coded with it; null when it always could.
    pub valid_from: Option<Date>,
    /// Last day on which records may be coded with it; null while it may.
    pub valid_to: Option<Date>,
    /// Place in the list, from 1.
    pub sequence: i32,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
