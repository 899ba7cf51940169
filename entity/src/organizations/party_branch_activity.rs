//! What a Party branch held.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of activity a Party branch holds (党支部活动种类).
    pub enum BranchActivityKind {
        /// Inner-Party life (党内政治生活).
        InnerPartyLife = "INNER_PARTY_LIFE",
        /// Theme education (主题教育).
        ThemeEducation = "THEME_EDUCATION",
        /// Volunteer service (志愿服务).
        VolunteerService = "VOLUNTEER_SERVICE",
        /// Any other, and what was recorded without a kind (其他).
        Other = "OTHER",
    }
}

/// An activity of a Party branch (党支部活动).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "party_branch_activity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The branch.
    pub organization_id: Uuid,
    /// What kind of activity it is.
    pub kind: BranchActivityKind,
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
