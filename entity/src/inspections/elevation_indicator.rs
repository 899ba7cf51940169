//! What was observed of an organization that may speak for elevating its inspection (提级参考指标).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "elevation_indicator")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher that recorded it.
    pub dispatcher_id: Uuid,
    pub organization_id: Uuid,
    /// Code of the list `ELEVATION_REASON`: for which reason it speaks.
    pub reason: String,
    /// What was observed.
    pub name: String,
    pub value: i32,
    pub unit: String,
    /// The last day that the value takes in.
    pub as_of: Date,
    /// Where the value stands.
    pub source: String,
    pub withdrawn_on: Option<Date>,
    pub withdrawal_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
