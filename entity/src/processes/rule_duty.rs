//! What a rule document asks of an agency again and again.

use sea_orm::entity::prelude::*;

use crate::organizations::agency_registration::Agency;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule_duty")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub rule_id: Uuid,
    /// The dispatcher that keeps the rule.
    pub dispatcher_id: Uuid,
    /// Who has to do it.
    pub agency: Agency,
    pub action: String,
    pub every_months: i32,
    pub first_due_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
