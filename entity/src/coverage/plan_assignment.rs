//! An object placed in an annual plan and round (排入轮次); superseded by the next placement, never deleted.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_assignment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub object_id: Uuid,
    pub dispatcher_id: Uuid,
    pub annual_plan_id: Option<Uuid>,
    pub year: i32,
    pub round_id: Option<Uuid>,
    pub assigned_on: Date,
    /// The day on which another placement took its place.
    pub superseded_on: Option<Date>,
    pub reason: Option<String>,
    /// Why it was taken out without another placement.
    pub superseded_reason: Option<String>,
    /// In a round that other blocks have, with a reason.
    pub out_of_rotation: bool,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
