//! A mechanism by which agencies work together.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a mechanism of coordination has come (协作机制状态).
    pub enum MechanismStatus {
        /// Proposed to its partners (拟建立).
        Proposed = "PROPOSED",
        /// In force on trial (试行).
        Trial = "TRIAL",
        /// In force (施行).
        InForce = "IN_FORCE",
        /// A new wording took its place (已修订).
        Revised = "REVISED",
        /// Ended, or dropped before it came into force (已终止).
        Ended = "ENDED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coordination_mechanism")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher in whose work it stands.
    pub dispatcher_id: Uuid,
    /// The body that proposed it, a party itself.
    pub initiator_id: Uuid,
    pub name: String,
    /// Which wording this is, from 1.
    pub edition: i32,
    /// The rule document that prints it.
    pub rule_id: Option<Uuid>,
    pub status: MechanismStatus,
    pub proposed_on: Date,
    /// Its first day in force, on trial or not.
    pub starts_on: Option<Date>,
    /// The day on which it was established for good.
    pub established_on: Option<Date>,
    /// Its last day.
    pub ends_on: Option<Date>,
    pub end_reason: Option<String>,
    /// The wording whose place it takes.
    pub replaces_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
