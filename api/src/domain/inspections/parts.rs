//! What hangs on an inspection on site takes over from it: round, term, kind and dispatch facts.

use chrono::Datelike;
use inspectorate_entity::{
    inspections::inspection::{self, InspectionForm, InspectionStatus},
    organizations::organization,
};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{dispatch, gates, inspection::Inspection, marking};
use crate::{
    access::change::Change,
    domain::{coverage::gates::Days, organizations::organization::Organization},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// On what a part hangs, where it goes and when.
pub struct Asked<'a> {
    pub inspection: &'a GlobalId<Inspection>,
    pub organization: &'a GlobalId<Organization>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub on: Option<Date>,
}

/// In which form it is done there.
pub struct Manner {
    pub form: InspectionForm,
    /// The one concrete matter, where there is one.
    pub matter: Option<String>,
    pub detachments: Option<i32>,
}

/// Hang a part on an inspection on site; `may_stand` compares the path of its organization with that of the inspected one.
pub async fn hang(
    change: &mut Change,
    asked: Asked<'_>,
    may_stand: fn(&str, &str, &str) -> Result<()>,
    manner: Manner,
) -> Result<Uuid> {
    let parent = change
        .related::<inspection::Entity, _>("inspection", asked.inspection)
        .await?;
    gates::own(change.viewer(), parent.dispatcher_id, "input.inspection")?;
    gates::parent_is_on_site(parent.status).map_err(|error| error.field("input.inspection"))?;
    let organization = change
        .related::<organization::Entity, _>("organization", asked.organization)
        .await?;
    let inspected = change
        .rows::<organization::Entity>(organization::Column::Id.eq(parent.organization_id))
        .await?;
    let inspected = inspected.first().map(|row| row.path.as_str());
    may_stand(
        &organization.path,
        inspected.unwrap_or_default(),
        "input.organization",
    )?;
    let window = Days::new(asked.starts_on.0, asked.ends_on.0, "input.endsOn")?;
    let whole = Days {
        first: parent.starts_on,
        last: parent.ends_on,
    };
    gates::window_lies_in(window, whole, "input.startsOn")?;
    let day = gates::day_done(asked.on, change.today(), "input.on")?;
    let origins = origins_of(change, &parent).await?;
    let part = change
        .insert(inspection::ActiveModel {
            form: Set(manner.form),
            matter: Set(manner.matter),
            detachments: Set(manner.detachments),
            organization_id: Set(organization.id),
            usual_dispatcher_id: Set(organization.dispatcher_id),
            year: Set(window.first.year()),
            starts_on: Set(window.first),
            ends_on: Set(window.last),
            status: Set(InspectionStatus::Approved),
            status_on: Set(day),
            approved_on: Set(Some(day)),
            authorizing_body_id: Set(parent.authorizing_body_id),
            authorizing_body_name: Set(parent.authorizing_body_name),
            dispatcher_id: Set(parent.dispatcher_id),
            term_id: Set(parent.term_id),
            round_id: Set(parent.round_id),
            kind: Set(parent.kind),
            name: Set(parent.name),
            topic: Set(parent.topic),
            batch: Set(parent.batch),
            parent_id: Set(Some(parent.id)),
            team_id: Set(parent.team_id),
            team_name: Set(parent.team_name),
            cross_mode: Set(parent.cross_mode),
            is_cross: Set(false),
            is_millstone: Set(false),
            is_elevated: Set(false),
            is_elevated_cross: Set(false),
            is_assistance: Set(false),
            ..Default::default()
        })
        .await?;
    dispatch::write(change, &part, &origins).await?;
    let id = part.id;
    marking::renew(change, &[part]).await?;
    Ok(id)
}

/// The places from which the staff of the parent comes.
async fn origins_of(
    change: &Change,
    parent: &inspection::Model,
) -> Result<Vec<organization::Model>> {
    let holding = dispatch::holding(change, parent.id).await?;
    let places = holding.into_iter().map(|row| row.origin_id);
    change
        .rows::<organization::Entity>(organization::Column::Id.is_in(places))
        .await
}
