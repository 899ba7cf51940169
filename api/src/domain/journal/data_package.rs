//! A package of data that came from another system, or went to one.

use inspectorate_entity::journal::{
    data_package::PackageDirection, platform_connection::PlatformKind,
};
use inspectorate_macros::Noun;

use super::data_package_record::DataPackageRecord;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{Many, One},
};

/// A package of data that an inspection body took in from another system or gave out to one, over a network or by hand (数据交换包);
/// never altered afterwards.
#[derive(Noun)]
#[noun(table = "data_package", plural = "dataPackages", reads = ReadDataPackages, visible = visible_to, order(-exchanged_on, name))]
pub struct DataPackage {
    /// The inspection body that took it in or gave it out (交换单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Which way it went (交换方向).
    #[noun(filter, order)]
    pub direction: PackageDirection,
    /// The kind of the system at the other end; null when it is of another kind (平台).
    #[noun(filter, order)]
    pub platform: Option<PlatformKind>,
    /// What the system at the other end is called (来源或去向系统).
    #[noun(filter, order)]
    pub system: String,
    /// What the package is called (包名).
    #[noun(filter, order)]
    pub name: String,
    /// SHA-256 over the package, 64 hexadecimal digits in small letters (校验值).
    #[noun(filter)]
    pub sha256: String,
    /// Its classification, a code of the list `DATA_CLASS`; null when none was given (数据分级).
    #[noun(filter, order)]
    pub classification: Option<String>,
    /// Whether it was carried by hand, such as on a disc (是否离线摆渡).
    #[noun(filter)]
    pub offline: bool,
    /// When it was taken in or given out (交换日期).
    #[noun(filter, order)]
    pub exchanged_on: Date,
    /// How many records it holds, as the other system says (记录数).
    #[noun(filter, order)]
    pub record_count: i32,
    /// What else is to be said; null when nothing (备注).
    pub note: Option<String>,
    /// The records of this service that it brought or took, as far as they were named (所含记录).
    #[noun(many = "package_id", filter)]
    pub records: Many<DataPackageRecord>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
