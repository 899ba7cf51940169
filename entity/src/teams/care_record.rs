//! Talks with inspection cadres and visits to their homes.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How somebody was cared for (谈心家访种类).
    pub enum CareKind {
        /// A heart-to-heart talk (谈心谈话).
        Talk = "TALK",
        /// A visit to the home (家访).
        HomeVisit = "HOME_VISIT",
    }
}

/// A talk with an inspection cadre, or a visit to the home.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "care_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub person_id: Uuid,
    pub kind: CareKind,
    pub held_by: String,
    pub held_on: Date,
    pub matters: String,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
