//! Ties between somebody on a team and what it inspects, and what was decided about them.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What ties a person to an organization (回避情形).
    pub enum RecusalTie {
        /// Holds or held a post there (任职回避).
        Post = "POST",
        /// Comes from there (地域回避).
        Place = "PLACE",
        /// Was charged with its matters (公务回避).
        Duty = "DUTY",
        /// Has kin in its leadership (亲属回避).
        Kinship = "KINSHIP",
    }
}

vocabulary! {
    /// How a tie became known (回避来源).
    pub enum RecusalOrigin {
        /// The person or somebody else declared it (申报).
        Declared = "DECLARED",
        /// Found in dated posts or in the place of origin (比对发现).
        Detected = "DETECTED",
    }
}

vocabulary! {
    /// How far a recusal has come (回避状态).
    pub enum RecusalStatus {
        /// The office has not decided (待决定).
        Undecided = "UNDECIDED",
        /// The person stays away (予以回避).
        Granted = "GRANTED",
        /// The tie does not stand in the way (不予回避).
        Dismissed = "DISMISSED",
    }
}

/// A tie between a member of a team and an organization that the team inspects.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recusal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub team_id: Uuid,
    pub person_id: Uuid,
    /// The organization to which the person is tied.
    pub organization_id: Uuid,
    pub tie: RecusalTie,
    pub origin: RecusalOrigin,
    /// What the tie is, in words.
    pub detail: String,
    pub status: RecusalStatus,
    pub raised_on: Date,
    pub decided_on: Option<Date>,
    /// Why it was decided so; null until it is.
    pub decision_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
