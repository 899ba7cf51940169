//! An inspection gets its team, and with it where its staff comes from: for the verb that assigns one team, and for the adoption of
//! the assignment of a whole round.

use chrono::NaiveDate;
use inspectorate_entity::{
    inspections::inspection,
    organizations::organization,
    teams::{team, team_object},
};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{dispatch, gates};
use crate::{
    access::change::Change,
    domain::teams::{
        composition_gates, gates as team_gates, recusal_gates,
        team_facts::{self, Place, Seat, is_a_whole_place},
    },
    error::{Error, Result},
};

/// Since when the team has the inspection, and why another one no longer has it.
#[derive(Clone, Copy, Debug)]
pub struct Since<'a> {
    pub day: NaiveDate,
    pub reason: Option<&'a str>,
}

/// Let `team` carry out an inspection; `field` names the team in the input. The marks are the caller's to renew.
pub async fn give(
    change: &mut Change,
    before: &inspection::Model,
    team: &team::Model,
    since: Since<'_>,
    field: &str,
) -> Result<inspection::Model> {
    gates::own(change.viewer(), team.dispatcher_id, field)?;
    team_gates::stands(team).map_err(|error| error.field(field))?;
    gates::team_of_the_round(before.round_id, team.round_id, field)?;
    if let Some(other) = before.team_id.filter(|other| *other != team.id) {
        let reason = gates::reassigned_for_a_reason(since.reason)?;
        release(change, before, other, since.day, reason).await?;
    }
    hold(change, before, team, since.day).await?;
    // Looked at as it would stand: a refusal leaves nothing behind.
    let facts = team_facts::of_change(change, team.id).await?;
    let place = place(change, before).await?;
    let marked = before.is_cross || before.is_millstone || before.is_elevated;
    composition_gates::has_a_leader(&facts)
        .and_then(|()| composition_gates::nobody_from_the_place(&facts))
        .and_then(|()| gates::nobody_comes_from_there(marked, &facts.seats, &place))
        .and_then(|()| recusal_gates::may_be_given(&facts, before.organization_id))
        .map_err(|error| error.field(field))?;
    let mut given = before.clone().into_active_model();
    given.team_id = Set(Some(team.id));
    given.team_name = Set(Some(team.name.clone()));
    let given = change.update(before, given).await?;
    let mut origins = homes(change, &facts.seats).await?;
    origins.extend(lenders(change, before.id, &facts.dispatcher_path).await?);
    // People of no dispatcher's place leave what is recorded as it is.
    if !origins.is_empty() {
        dispatch::replace(change, &given, origins).await?;
    }
    Ok(given)
}

/// The organization is among those that the team inspects.
async fn hold(
    change: &mut Change,
    of: &inspection::Model,
    team: &team::Model,
    day: NaiveDate,
) -> Result<()> {
    if !held(change, team.id, of.organization_id).await?.is_empty() {
        return Ok(());
    }
    change
        .insert(team_object::ActiveModel {
            team_id: Set(team.id),
            dispatcher_id: Set(team.dispatcher_id),
            organization_id: Set(of.organization_id),
            assigned_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(())
}

/// The organization is no longer among those that the team inspects, unless another inspection of it stays with that team.
pub async fn release(
    change: &mut Change,
    of: &inspection::Model,
    team: Uuid,
    day: NaiveDate,
    reason: &str,
) -> Result<()> {
    let others = Condition::all()
        .add(inspection::Column::TeamId.eq(team))
        .add(inspection::Column::OrganizationId.eq(of.organization_id))
        .add(inspection::Column::Id.ne(of.id));
    if !change.rows::<inspection::Entity>(others).await?.is_empty() {
        return Ok(());
    }
    for row in held(change, team, of.organization_id).await? {
        let mut released = row.clone().into_active_model();
        released.released_on = Set(Some(day.max(row.assigned_on)));
        released.release_reason = Set(Some(reason.to_owned()));
        change.update(&row, released).await?;
    }
    Ok(())
}

async fn held(change: &Change, team: Uuid, organization: Uuid) -> Result<Vec<team_object::Model>> {
    let held = Condition::all()
        .add(team_object::Column::TeamId.eq(team))
        .add(team_object::Column::OrganizationId.eq(organization))
        .add(team_object::Column::ReleasedOn.is_null());
    change.rows::<team_object::Entity>(held).await
}

/// The place that is inspected.
async fn place(change: &Change, of: &inspection::Model) -> Result<Place> {
    let bodies = [Some(of.organization_id), of.usual_dispatcher_id];
    let bodies = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(bodies.into_iter().flatten()))
        .await?;
    let body = |id: Uuid| bodies.iter().find(|body| body.id == id);
    let missing = || Error::internal("an inspection of an organization that does not exist");
    let organization = body(of.organization_id).ok_or_else(missing)?;
    let home = of.usual_dispatcher_id.and_then(body);
    let whole =
        home.filter(|home| is_a_whole_place(of.dispatcher_id, Some(home.id), Some(home.level)));
    Ok(Place {
        name: organization.name.clone(),
        path: whole.unwrap_or(organization).path.clone(),
    })
}

/// Places beyond the jurisdiction that lend people: these are in no registry from which the team could be put together.
async fn lenders(
    change: &Change,
    of: Uuid,
    jurisdiction: &str,
) -> Result<Vec<organization::Model>> {
    let holding = dispatch::holding(change, of).await?;
    let places = holding.into_iter().map(|row| row.origin_id);
    let mut places = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(places))
        .await?;
    places.retain(|place| !place.path.starts_with(jurisdiction));
    Ok(places)
}

/// The dispatchers from whose places the people come.
async fn homes(change: &Change, seats: &[Seat]) -> Result<Vec<organization::Model>> {
    let mut paths: Vec<&str> = seats
        .iter()
        .filter_map(|seat| seat.home.as_deref())
        .collect();
    paths.sort_unstable();
    paths.dedup();
    change
        .rows::<organization::Entity>(organization::Column::Path.is_in(paths))
        .await
}
