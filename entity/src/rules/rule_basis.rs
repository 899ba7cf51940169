//! On what a rule document is based.

use sea_orm::entity::prelude::*;

/// A rule document rests on another (制定依据).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule_basis")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub rule_id: Uuid,
    pub basis_id: Uuid,
    /// The article that it rests on; null when none is named.
    #[sea_orm(column_type = "Text", nullable)]
    pub article: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
