//! What a Party branch held.

use sea_orm::entity::prelude::*;

/// An activity of inner-party life (党内政治生活) of a branch.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "party_branch_activity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The branch.
    pub organization_id: Uuid,
    /// The day.
    pub held_on: Date,
    /// What it was about.
    pub subject: String,
    /// How many attended; null when not counted.
    pub attendees: Option<i32>,
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
