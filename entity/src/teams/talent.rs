//! Who stands in which talent pool.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether a person of a pool can be called (可抽调情况).
    pub enum TalentAvailability {
        /// Can be called (可抽调).
        Available = "AVAILABLE",
        /// Cannot be called for now (暂不可抽调).
        Unavailable = "UNAVAILABLE",
    }
}

/// A person in a talent pool from when until when.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "talent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher that keeps the pool.
    pub dispatcher_id: Uuid,
    /// Code of the list `TALENT_POOL`.
    pub pool: String,
    pub person_id: Uuid,
    /// The organization from which the person comes.
    pub home_organization_id: Uuid,
    /// What the person is good at; null when not recorded.
    pub specialty: Option<String>,
    /// Where the person comes from, by GB/T 2260; null when not recorded.
    pub native_region: Option<String>,
    pub availability: TalentAvailability,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
