//! Record that an inspection body was connected to a system.

use inspectorate_entity::{
    journal::platform_connection::{self, PlatformKind},
    organizations::{agency_registration, organization},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{gates, platform_connection::PlatformConnection};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date},
};

/// What connecting an inspection body takes.
#[derive(Debug, Input)]
pub struct ConnectPlatformInput {
    /// The inspection body: one that is registered as office on that day (巡视巡察机构).
    pub organization: GlobalId<Organization>,
    /// The system (平台).
    pub kind: Coded<PlatformKind>,
    /// First day on which it is connected, today at the latest (接入日期).
    pub starts_on: Date,
}

/// Record that an inspection body was connected to the intranet, to video consultation or to a platform of inspection work (接入信息化平台).
#[verb(PlatformConnection)]
pub async fn connect_platform(change: &mut Change, input: ConnectPlatformInput) -> Result<Uuid> {
    let organization = change
        .related_alone::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let day = input.starts_on.0;
    gates::has_happened(day, change.today(), "input.startsOn")?;
    let registered = agency_registration::Column::OrganizationId.eq(organization.id);
    let registrations = change
        .rows::<agency_registration::Entity>(registered)
        .await?;
    gates::is_an_inspection_body(&registrations, day)?;
    let same = Condition::all()
        .add(platform_connection::Column::OrganizationId.eq(organization.id))
        .add(platform_connection::Column::Kind.eq(input.kind.0));
    let before = change.rows::<platform_connection::Entity>(same).await?;
    gates::is_not_connected_yet(&before, day)?;
    let connected = platform_connection::ActiveModel {
        organization_id: Set(organization.id),
        kind: Set(input.kind.0),
        starts_on: Set(day),
        ends_on: Set(None),
        ..Default::default()
    };
    Ok(change.insert(connected).await?.id)
}
