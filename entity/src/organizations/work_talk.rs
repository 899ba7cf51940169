//! A talk of a leader with those who do the work.

use sea_orm::entity::prelude::*;

/// A leader talks with the office director or a team leader (谈话、工作指导).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "work_talk")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher whose leader it is.
    pub dispatcher_id: Uuid,
    /// The leader.
    pub leader_id: Uuid,
    /// The office director or team leader.
    pub counterpart_id: Uuid,
    /// The day.
    pub talked_on: Date,
    /// What it was for.
    pub purpose: String,
    /// What the leader asked for; null when nothing was recorded.
    pub requirements: Option<String>,
    /// Number of the last change; a writer names the version it saw.
    pub version: i32,
    /// When the record was made.
    pub created_at: DateTimeUtc,
    /// When the record last changed.
    pub updated_at: DateTimeUtc,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
