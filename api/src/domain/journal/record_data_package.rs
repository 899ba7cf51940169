//! Record a package of data that was exchanged with another system.

use inspectorate_entity::{
    journal::{
        data_package::{self, PackageDirection},
        data_package_record,
        platform_connection::PlatformKind,
    },
    organizations::{agency_registration, organization},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{data_package::DataPackage, data_package_record::PACKAGED, gates};
use crate::{
    access::change::Change,
    domain::{inspections::codes, organizations::organization::Organization},
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name, Paragraph},
    },
};

/// What recording a package takes.
#[derive(Debug, Input)]
pub struct RecordDataPackageInput {
    /// The inspection body that took it in or gave it out: one that is registered as office on that day (交换单位).
    pub organization: GlobalId<Organization>,
    /// Which way it went (交换方向).
    pub direction: Coded<PackageDirection>,
    /// The kind of the system at the other end; leave it out for one of another kind (平台).
    pub platform: Option<Coded<PlatformKind>>,
    /// What the system at the other end is called (来源或去向系统).
    pub system: Name,
    /// What the package is called (包名).
    pub name: Name,
    /// SHA-256 over the package, 64 hexadecimal digits; the same package is taken in once (校验值).
    pub sha256: Code,
    /// Its classification, a code of the list `DATA_CLASS`, which ships empty: set your own (数据分级).
    pub classification: Option<Code>,
    /// Whether it was carried by hand; over a network when left out (是否离线摆渡).
    pub offline: Option<bool>,
    /// When it was taken in or given out; today when left out, not in the future (交换日期).
    pub exchanged_on: Option<Date>,
    /// How many records it holds, as the other system says (记录数).
    pub record_count: i32,
    /// What else is to be said (备注).
    pub note: Option<Paragraph>,
    /// The records of this service that it brought or took, at most 100 and each once (所含记录).
    pub records: Option<Vec<PackagedRecordInput>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// A record that the package brought or took (所含记录).
#[derive(Debug, Input)]
pub struct PackagedRecordInput {
    /// Its id in this service (记录).
    pub record: async_graphql::ID,
    /// What the other system calls it (外部标识).
    pub external_id: Option<Name>,
}

/// Record a package of data that an inspection body took in from another system or gave out to one (数据交换登记): whence, whither,
/// its check sum, its classification, and which records of this service it brought or took.
#[verb(DataPackage)]
pub async fn record_data_package(
    change: &mut Change,
    input: RecordDataPackageInput,
) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let day = input.exchanged_on.map_or(change.today(), |day| day.0);
    gates::has_happened(day, change.today(), "input.exchangedOn")?;
    let registered = agency_registration::Column::OrganizationId.eq(organization.id);
    let registrations = change
        .rows::<agency_registration::Entity>(registered)
        .await?;
    gates::is_an_inspection_body(&registrations, day)?;
    let sha256 = gates::check_sum(&input.sha256.0)?;
    let records = input.records.unwrap_or_default();
    gates::holds_so_many(input.record_count, records.len())?;
    if let Some(class) = &input.classification {
        let code = [("input.classification".to_owned(), class.0.as_str())];
        codes::known(change, "DATA_CLASS", &code).await?;
    }
    let package = data_package::ActiveModel {
        organization_id: Set(organization.id),
        direction: Set(input.direction.0),
        platform: Set(input.platform.map(|platform| platform.0)),
        system: Set(input.system.0),
        name: Set(input.name.0),
        sha256: Set(sha256),
        classification: Set(input.classification.map(|class| class.0)),
        offline: Set(input.offline.unwrap_or(false)),
        exchanged_on: Set(day),
        record_count: Set(input.record_count),
        note: Set(input.note.map(|note| note.0)),
        ..Default::default()
    };
    let package = change.insert(package).await?;
    for (number, one) in records.into_iter().enumerate() {
        let (noun, subject) = change
            .any(&format!("records.{number}.record"), one.record.as_str())
            .await?;
        let known = PACKAGED
            .members
            .iter()
            .any(|member| member.name == noun.name);
        gates::can_be_packaged(known, number)?;
        let record = data_package_record::ActiveModel {
            package_id: Set(package.id),
            noun: Set(noun.name.to_owned()),
            subject_id: Set(subject),
            external_id: Set(one.external_id.map(|id| id.0)),
            ..Default::default()
        };
        change.insert(record).await?;
    }
    Ok(package.id)
}
