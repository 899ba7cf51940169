//! What a leader did in person.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a leader does in person (四个亲自).
    pub enum LeaderActionKind {
        /// Deploys important work (亲自部署).
        Deploy = "DEPLOY",
        /// Asks about major matters (亲自过问).
        Inquire = "INQUIRE",
        /// Coordinates key links (亲自协调).
        Coordinate = "COORDINATE",
        /// Supervises important problems (亲自督办).
        Supervise = "SUPERVISE",
    }
}

vocabulary! {
    /// The two duties of a secretary who leads the leading group (双重职责).
    pub enum LeaderDuty {
        /// Guidance by the committee (领导指导).
        Guidance = "GUIDANCE",
        /// Organization and implementation by the group (组织实施).
        Implementation = "IMPLEMENTATION",
    }
}

/// One of the four in-person duties (四个亲自) done by a leader.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "leader_action")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher whose leader it is.
    pub dispatcher_id: Uuid,
    /// The leader.
    pub person_id: Uuid,
    /// Which of the four.
    pub kind: LeaderActionKind,
    /// In which duty a secretary acted who also leads the leading group; null for other leaders.
    pub duty: Option<LeaderDuty>,
    /// The day.
    pub acted_on: Date,
    /// What it was about.
    pub matter: String,
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
