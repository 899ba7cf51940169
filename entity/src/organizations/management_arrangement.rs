//! The mode in which an inspection body is run.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How office and teams of an inspection body are run (管理模式).
    pub enum ManagementMode {
        /// Office and teams run as one, in one place (办组一体化管理).
        OfficeTeamIntegrated = "OFFICE_TEAM_INTEGRATED",
        /// Office-stationed integrated, centrally managed; the sources name it without its parts (办驻一体、集中管理).
        OfficeStationedCentralized = "OFFICE_STATIONED_CENTRALIZED",
        /// Office and teams run apart (分别管理).
        Separate = "SEPARATE",
    }
}

/// The management mode of a body (管理模式) for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "management_arrangement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The body.
    pub organization_id: Uuid,
    /// The mode.
    pub mode: ManagementMode,
    /// The superior body that recognized and promoted it; null when none did.
    pub recognized_by_id: Option<Uuid>,
    /// The text that names it; null when not recorded.
    pub source: Option<String>,
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
