//! Who held which post, and when.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Why a person left a post (离任原因).
    pub enum AppointmentEnd {
        /// Transferred to another post (调离).
        Transferred = "TRANSFERRED",
        /// Promoted (提拔).
        Promoted = "PROMOTED",
        /// The term ended (届满).
        TermEnded = "TERM_ENDED",
        /// Retired (退休).
        Retired = "RETIRED",
        /// Resigned (辞职).
        Resigned = "RESIGNED",
        /// Demoted (降职).
        Demoted = "DEMOTED",
        /// Removed (免职).
        Removed = "REMOVED",
        /// Died (去世).
        Died = "DIED",
        /// The body or the post was abolished (机构撤并).
        BodyEnded = "BODY_ENDED",
    }
}

/// A person holds a post from when until when.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appointment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person.
    pub person_id: Uuid,
    /// The post.
    pub post_id: Uuid,
    /// The organization of the post.
    pub organization_id: Uuid,
    /// Why it ended; null while it holds or when not recorded.
    pub end_reason: Option<AppointmentEnd>,
    /// First day on which it holds.
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds.
    pub ends_on: Option<Date>,
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
