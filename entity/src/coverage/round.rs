//! A numbered round (轮) of inspections within a term.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a round has come (轮次进展).
    pub enum RoundStatus {
        /// Opened by the office or the leading group (谋划).
        Proposed = "PROPOSED",
        /// Approved by the dispatcher: its inspections can be approved (部署).
        Approved = "APPROVED",
        /// The agencies of the mechanism were asked about its organizations (巡前信息沟通).
        PreInformed = "PRE_INFORMED",
        /// Its people are trained (巡前业务培训).
        Trained = "TRAINED",
        /// The mobilization meeting was held (动员部署会).
        Mobilized = "MOBILIZED",
        /// Its first team has entered (进驻).
        OnSite = "ON_SITE",
        /// The reports of all its inspections were heard (汇报).
        Reported = "REPORTED",
        /// All its organizations were fed back to (反馈).
        FedBack = "FED_BACK",
        /// The agencies of the mechanism were told the results (巡后情况通报).
        Notified = "NOTIFIED",
        /// The review meeting was held (复盘).
        Reviewed = "REVIEWED",
        /// All its inspections are closed (办结).
        Closed = "CLOSED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "round")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub term_id: Uuid,
    pub dispatcher_id: Uuid,
    /// Number within the term, from 1.
    pub ordinal: i32,
    pub name: String,
    pub year: i32,
    /// First day of the window in which its teams are on site.
    pub starts_on: Date,
    pub ends_on: Date,
    pub status: RoundStatus,
    /// When it came into this state; null while nobody has moved it.
    pub status_on: Option<Date>,
    /// From this day its organizations may know of it.
    pub announced_on: Option<Date>,
    /// Code of the list `TOPIC`, when the round is about one.
    pub topic: Option<String>,
    pub batch: Option<i32>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
