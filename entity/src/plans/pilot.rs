//! An organization that tries something out for a superior level (试点).

use sea_orm::entity::prelude::*;

use crate::organizations::organization::OrganizationLevel;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a pilot has come (试点状态).
    pub enum PilotStatus {
        /// Under way (试点中).
        Running = "RUNNING",
        /// Ended, with its report (已结束).
        Ended = "ENDED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pilot")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub participant_id: Uuid,
    pub topic: String,
    /// The level that chose it.
    pub level: OrganizationLevel,
    pub sponsor: String,
    /// How many take part in all.
    pub participants: Option<i32>,
    pub status: PilotStatus,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub report: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
