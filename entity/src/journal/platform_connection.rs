//! What an inspection body is connected to.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A system that inspection bodies work on (信息化平台).
    pub enum PlatformKind {
        /// The intranet of the discipline inspection organs (纪检监察内网).
        DisciplineIntranet = "DISCIPLINE_INTRANET",
        /// The video consultation system (视频会商系统).
        VideoConsultation = "VIDEO_CONSULTATION",
        /// The network platform of inspection work (巡视巡察工作网络平台).
        NetworkPlatform = "NETWORK_PLATFORM",
        /// The stand-alone system for what may not be on a network (单机系统).
        StandAloneSystem = "STAND_ALONE_SYSTEM",
    }
}

/// An inspection body is connected to a system, for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "platform_connection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The inspection body.
    pub organization_id: Uuid,
    /// The system.
    pub kind: PlatformKind,
    /// First day on which it is connected.
    pub starts_on: Date,
    /// Last day on which it is connected; null while it is.
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
