//! Extend an inspection to an organization below.

use chrono::Datelike;
use inspectorate_entity::{
    inspections::inspection::{self, InspectionForm, InspectionStatus},
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{dispatch, gates, inspection::Inspection, marking, parts};
use crate::{
    access::change::Change,
    domain::{coverage::gates::Days, organizations::organization::Organization},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What extending an inspection takes.
#[derive(Debug, Input)]
pub struct ExtendInspectionInput {
    /// The inspection on which it hangs, on site now (主巡察).
    pub inspection: GlobalId<Inspection>,
    /// The organization to which it is extended, below the one that is inspected (延伸单位).
    pub organization: GlobalId<Organization>,
    /// First day of its window, within that of the inspection (计划开始日期).
    pub starts_on: Date,
    /// Last day of its window, within that of the inspection (计划结束日期).
    pub ends_on: Date,
    /// The day on which it was decided, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Extend an inspection on site to an organization below (延伸巡察): it hangs on it, has its dispatch facts, and does not count as routine by itself.
#[verb(Inspection)]
pub async fn extend_inspection(change: &mut Change, input: ExtendInspectionInput) -> Result<Uuid> {
    let parent = change
        .related::<inspection::Entity, _>("inspection", &input.inspection)
        .await?;
    gates::own(change.viewer(), parent.dispatcher_id, "input.inspection")?;
    gates::parent_is_on_site(parent.status).map_err(|error| error.field("input.inspection"))?;
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let inspected = change
        .rows::<organization::Entity>(organization::Column::Id.eq(parent.organization_id))
        .await?;
    let inspected = inspected.first().map(|row| row.path.as_str());
    gates::stands_below_the_parent(
        &organization.path,
        inspected.unwrap_or_default(),
        "input.organization",
    )?;
    let window = Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    let whole = Days {
        first: parent.starts_on,
        last: parent.ends_on,
    };
    gates::window_lies_in(window, whole, "input.startsOn")?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let origins = parts::origins_of(change, &parent).await?;
    let part = change
        .insert(inspection::ActiveModel {
            form: Set(InspectionForm::Extended),
            organization_id: Set(organization.id),
            usual_dispatcher_id: Set(organization.dispatcher_id),
            year: Set(window.first.year()),
            starts_on: Set(window.first),
            ends_on: Set(window.last),
            status: Set(InspectionStatus::Approved),
            status_on: Set(day),
            approved_on: Set(Some(day)),
            ..parts::of(&parent)
        })
        .await?;
    dispatch::write(change, &part, &origins).await?;
    let id = part.id;
    marking::renew(change, &[part]).await?;
    Ok(id)
}
