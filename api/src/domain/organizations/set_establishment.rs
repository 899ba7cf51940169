//! Set what an inspection body is given.

use inspectorate_entity::organizations::{organization, organization_establishment};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates, organization::Organization, organization_establishment::OrganizationEstablishment,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What setting the establishment takes.
#[derive(Debug, Input)]
pub struct SetEstablishmentInput {
    /// The body (单位).
    pub organization: GlobalId<Organization>,
    /// The standard to which it is built; leave it out when not known (机构标准).
    pub institution_standard: Option<Name>,
    /// Posts approved; leave it out when not known (编制数).
    pub posts: Option<i32>,
    /// Full-time staff; leave it out when not known (专职人员数).
    pub full_time_staff: Option<i32>,
    /// The body that approved it; leave it out when not known (批准机关).
    pub approved_by: Option<Name>,
    /// From which day on; what stood before ends the day before (起始日期).
    pub starts_on: Date,
}

/// Set standard, posts and staff of a body from a day on (核定机构编制); what was before stays on record.
#[verb(OrganizationEstablishment)]
pub async fn set_establishment(change: &mut Change, input: SetEstablishmentInput) -> Result<Uuid> {
    let organization = change
        .related_alone::<organization::Entity, _>("organization", &input.organization)
        .await?;
    gates::is_no_negative(input.posts, "input.posts")?;
    gates::is_no_negative(input.full_time_staff, "input.fullTimeStaff")?;
    gates::exists(&organization, "input.organization")?;
    let open = change
        .rows::<organization_establishment::Entity>(
            Condition::all()
                .add(organization_establishment::Column::OrganizationId.eq(organization.id))
                .add(organization_establishment::Column::EndsOn.is_null()),
        )
        .await?;
    for before in open {
        let last = gates::day_before(before.starts_on, input.starts_on.0, "input.startsOn")?;
        let mut ended = before.clone().into_active_model();
        ended.ends_on = Set(Some(last));
        change.update(&before, ended).await?;
    }
    let row = change
        .insert(organization_establishment::ActiveModel {
            organization_id: Set(organization.id),
            institution_standard: Set(input.institution_standard.map(|name| name.0)),
            posts: Set(input.posts),
            full_time_staff: Set(input.full_time_staff),
            approved_by: Set(input.approved_by.map(|name| name.0)),
            starts_on: Set(input.starts_on.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
