//! How many people a unit is to nominate for inspection work.

use sea_orm::entity::prelude::*;

/// How many people a unit is to nominate (选派任务).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "secondment_quota")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    /// The unit that nominates.
    pub home_organization_id: Uuid,
    pub round_id: Uuid,
    pub number: i32,
    /// The last day for the nominations.
    pub due_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
