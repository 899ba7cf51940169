//! The basic list of rules that a place has to have.

use sea_orm::entity::prelude::*;

use super::rule_document::RuleTier;

/// An item of the basic list (基本制度清单).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "required_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    /// What the rule has to be about.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub tier: Option<RuleTier>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub listed_on: Date,
    /// Since when it is not asked for any more.
    pub waived_on: Option<Date>,
    #[sea_orm(column_type = "Text", nullable)]
    pub waiver_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
