//! A package of data that came from another system, or went to one.

use sea_orm::entity::prelude::*;

use super::platform_connection::PlatformKind;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Which way a package of data went (交换方向).
    pub enum PackageDirection {
        /// It came from another system (导入).
        Import = "IMPORT",
        /// It went to another system (导出).
        Export = "EXPORT",
    }
}

/// A package of data, carried over a network or by hand.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "data_package")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The inspection body that took it in or gave it out.
    pub organization_id: Uuid,
    pub direction: PackageDirection,
    /// The system at the other end, when it is one of the known kinds.
    pub platform: Option<PlatformKind>,
    /// What that system is called.
    pub system: String,
    /// What the package is called.
    pub name: String,
    /// SHA-256 over the package, 64 hexadecimal digits.
    pub sha256: String,
    /// Code of the list `DATA_CLASS`.
    pub classification: Option<String>,
    /// Whether it was carried by hand, such as on a disc.
    pub offline: bool,
    pub exchanged_on: Date,
    /// How many records it holds, as the other system says.
    pub record_count: i32,
    pub note: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
