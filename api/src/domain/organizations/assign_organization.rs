//! Say whose object an organization is.

use inspectorate_entity::organizations::{organization, organization_affiliation};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{dated, gates, organization::Organization};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What assigning an organization takes.
#[derive(Debug, Input)]
pub struct AssignOrganizationInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The dispatcher; leave it out when it is to be no dispatcher's object (派出机关).
    pub dispatcher: Option<GlobalId<Organization>>,
    /// From which day on, not in the future (起始日期).
    pub starts_on: Date,
}

/// Make an organization the object of a dispatcher from a day on, or of none (确定所属派出机关); whose it was before stays on record.
#[verb(Organization)]
pub async fn assign_organization(
    change: &mut Change,
    input: AssignOrganizationInput,
) -> Result<Uuid> {
    let organization = change
        .subject::<organization::Entity, _>("organization", &input.organization, input.version)
        .await?;
    let dispatcher = match &input.dispatcher {
        Some(id) => Some(
            change
                .related::<organization::Entity, _>("dispatcher", id)
                .await?,
        ),
        None => None,
    };
    gates::exists(&organization, "input.organization")?;
    gates::is_not_in_the_future(input.starts_on.0, change.today(), "input.startsOn")?;
    if let Some(dispatcher) = &dispatcher {
        gates::is_not_its_own_dispatcher(organization.id, dispatcher.id)?;
        let registrations = dated::registrations(change, dispatcher.id).await?;
        gates::is_dispatcher(&registrations, input.starts_on.0, "input.dispatcher")?;
    }
    let open = change
        .rows::<organization_affiliation::Entity>(
            Condition::all()
                .add(organization_affiliation::Column::OrganizationId.eq(organization.id))
                .add(organization_affiliation::Column::EndsOn.is_null()),
        )
        .await?;
    for before in open {
        let last = gates::day_before(before.starts_on, input.starts_on.0, "input.startsOn")?;
        let mut ended = before.clone().into_active_model();
        ended.ends_on = Set(Some(last));
        change.update(&before, ended).await?;
    }
    if let Some(dispatcher) = &dispatcher {
        change
            .insert(organization_affiliation::ActiveModel {
                organization_id: Set(organization.id),
                dispatcher_id: Set(dispatcher.id),
                starts_on: Set(input.starts_on.0),
                ..Default::default()
            })
            .await?;
    }
    let mut assigned = organization.clone().into_active_model();
    assigned.dispatcher_id = Set(dispatcher.map(|dispatcher| dispatcher.id));
    Ok(change.update(&organization, assigned).await?.id)
}
