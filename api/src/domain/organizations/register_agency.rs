//! Register an organization as an agency.

use inspectorate_entity::organizations::{
    agency_registration::{self, Agency},
    organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{agency_registration::AgencyRegistration, dated, gates, organization::Organization};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Code},
};

/// What registering an agency takes.
#[derive(Debug, Input)]
pub struct RegisterAgencyInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// The agency that it acts as (机关).
    pub agency: Coded<Agency>,
    /// The authority: everything at or below it is in the jurisdiction (所属辖区).
    pub authority: GlobalId<Organization>,
    /// The sector for which it is competent; leave it out for all (主管领域).
    pub sector_code: Option<Code>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Register an organization as an agency in the jurisdiction of an authority (登记机关); it may then act as that agency there.
#[verb(AgencyRegistration)]
pub async fn register_agency(change: &mut Change, input: RegisterAgencyInput) -> Result<Uuid> {
    let organization = change
        .related_alone::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let authority = change
        .related::<organization::Entity, _>("authority", &input.authority)
        .await?;
    gates::exists(&organization, "input.organization")?;
    gates::exists(&authority, "input.authority")?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    let sector_code = input.sector_code.map(|code| code.0);
    let registrations = dated::registrations(change, organization.id).await?;
    gates::is_registered_once(
        &registrations,
        (input.agency.0, authority.id, sector_code.as_deref()),
        span,
    )?;
    let row = change
        .insert(agency_registration::ActiveModel {
            organization_id: Set(organization.id),
            agency: Set(input.agency.0),
            authority_id: Set(authority.id),
            sector_code: Set(sector_code),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
