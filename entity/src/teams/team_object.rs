//! Which organizations a team is to inspect.

use sea_orm::entity::prelude::*;

/// An organization that a team is to inspect, until it is taken off again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team_object")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub team_id: Uuid,
    /// The dispatcher of the team.
    pub dispatcher_id: Uuid,
    pub organization_id: Uuid,
    pub assigned_on: Date,
    /// When it was taken off the team again; null while it is the team's.
    pub released_on: Option<Date>,
    /// Why it was taken off; null while it is the team's.
    pub release_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
