//! Training of inspection cadres: classes, and the business training before a round.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a training is for (培训种类).
    pub enum TrainingKind {
        /// A class of the inspection bodies, session after session (课堂).
        Class = "CLASS",
        /// Business training of those who inspect in a round (巡前业务培训).
        PreInspection = "PRE_INSPECTION",
    }
}

/// One session of training.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "training")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub round_id: Option<Uuid>,
    pub kind: TrainingKind,
    /// What the class is called; null when it has no name.
    pub series: Option<String>,
    pub year: i32,
    /// Its number among the trainings of its kind in the year, from 1.
    pub ordinal: i32,
    pub topic: String,
    pub held_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
