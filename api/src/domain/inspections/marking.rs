//! Keeps the marks of inspections true: computed anew with every change of the facts from which they follow.

use std::collections::{HashMap, HashSet};

use inspectorate_entity::{
    inspections::{
        inspection::{self, InspectionStatus},
        staff_origin,
    },
    organizations::organization,
};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::marks::{DispatchFacts, Marks, Turn, is_foreign, marks, turns_in_a_ring};
use crate::{
    access::change::Change,
    error::{Error, Result},
};

/// Compute the marks of `seeds` and of the inspections among which they may turn in a ring: those of the same link group or, without
/// one, of the same round. The seeds are given as they were and as they are, so that a ring that they leave opens.
pub async fn renew(change: &mut Change, seeds: &[inspection::Model]) -> Result<()> {
    let rows = neighbours(change, seeds).await?;
    let origins = origins(change, &rows).await?;
    let paths = paths(change, &rows, &origins).await?;
    let path = |id: &Uuid| {
        let path = paths.get(id).map(String::as_str);
        path.ok_or_else(|| Error::internal("an inspection of a body that does not exist"))
    };
    let mut turns: HashMap<Uuid, Vec<Turn>> = HashMap::new();
    for row in rows
        .iter()
        .filter(|row| row.status != InspectionStatus::Withdrawn)
    {
        turns
            .entry(ring_of(row))
            .or_default()
            .extend(turns_of(row, &origins, &paths));
    }
    let rings: HashMap<Uuid, HashSet<Turn>> = turns
        .into_iter()
        .map(|(ring, turns)| (ring, turns_in_a_ring(&turns)))
        .collect();
    for row in rows {
        let own = turns_of(&row, &origins, &paths);
        let ring = rings.get(&ring_of(&row));
        let in_ring = !own.is_empty()
            && own
                .iter()
                .all(|turn| ring.is_some_and(|ring| ring.contains(turn)));
        let from: Vec<&str> = places(&row, &origins)
            .iter()
            .map(path)
            .collect::<Result<_>>()?;
        let facts = DispatchFacts {
            authorizer: path(&row.authorizing_body_id)?,
            dispatcher: path(&row.dispatcher_id)?,
            home: path(&home_of(&row))?,
            origins: &from,
        };
        write(change, row, marks(&facts, in_ring)).await?;
    }
    Ok(())
}

/// The place whose object the organization is: that of its usual dispatcher, or of the one that sends the team where it has none.
pub fn home_of(row: &inspection::Model) -> Uuid {
    row.usual_dispatcher_id.unwrap_or(row.dispatcher_id)
}

/// Among which inspections a ring is looked for.
fn ring_of(row: &inspection::Model) -> Uuid {
    row.link_group_id.or(row.round_id).unwrap_or(row.id)
}

async fn neighbours(
    change: &Change,
    seeds: &[inspection::Model],
) -> Result<Vec<inspection::Model>> {
    let groups = seeds.iter().filter_map(|seed| seed.link_group_id);
    let rounds = seeds.iter().filter_map(|seed| seed.round_id);
    let near = Condition::any()
        .add(inspection::Column::Id.is_in(seeds.iter().map(|seed| seed.id)))
        .add(inspection::Column::LinkGroupId.is_in(groups))
        .add(
            Condition::all()
                .add(inspection::Column::RoundId.is_in(rounds))
                .add(inspection::Column::LinkGroupId.is_null()),
        );
    change.rows::<inspection::Entity>(near).await
}

async fn origins(change: &Change, rows: &[inspection::Model]) -> Result<HashMap<Uuid, Vec<Uuid>>> {
    let holding = Condition::all()
        .add(staff_origin::Column::InspectionId.is_in(rows.iter().map(|row| row.id)))
        .add(staff_origin::Column::EndsOn.is_null());
    let mut origins: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in change.rows::<staff_origin::Entity>(holding).await? {
        origins
            .entry(row.inspection_id)
            .or_default()
            .push(row.origin_id);
    }
    Ok(origins)
}

async fn paths(
    change: &Change,
    rows: &[inspection::Model],
    origins: &HashMap<Uuid, Vec<Uuid>>,
) -> Result<HashMap<Uuid, String>> {
    let mut bodies: HashSet<Uuid> = origins.values().flatten().copied().collect();
    for row in rows {
        bodies.extend([row.authorizing_body_id, row.dispatcher_id, home_of(row)]);
    }
    let found = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(bodies))
        .await?;
    Ok(found.into_iter().map(|body| (body.id, body.path)).collect())
}

/// Where its people come from; from the dispatcher's own place when nothing else is recorded.
fn places(row: &inspection::Model, origins: &HashMap<Uuid, Vec<Uuid>>) -> Vec<Uuid> {
    let recorded = origins.get(&row.id).cloned().unwrap_or_default();
    if recorded.is_empty() {
        vec![row.dispatcher_id]
    } else {
        recorded
    }
}

fn turns_of(
    row: &inspection::Model,
    origins: &HashMap<Uuid, Vec<Uuid>>,
    paths: &HashMap<Uuid, String>,
) -> Vec<Turn> {
    let home = home_of(row);
    let foreign = |origin: &Uuid| match (paths.get(origin), paths.get(&home)) {
        (Some(origin), Some(home)) => is_foreign(origin, home),
        _ => false,
    };
    places(row, origins)
        .into_iter()
        .filter(foreign)
        .map(|from| Turn { from, to: home })
        .collect()
}

async fn write(change: &mut Change, row: inspection::Model, marks: Marks) -> Result<()> {
    let stored = Marks {
        cross: row.is_cross,
        millstone: row.is_millstone,
        elevated: row.is_elevated,
        elevated_cross: row.is_elevated_cross,
        assistance: row.is_assistance,
    };
    if stored == marks {
        return Ok(());
    }
    let mut marked = row.clone().into_active_model();
    marked.is_cross = Set(marks.cross);
    marked.is_millstone = Set(marks.millstone);
    marked.is_elevated = Set(marks.elevated);
    marked.is_elevated_cross = Set(marks.elevated_cross);
    marked.is_assistance = Set(marks.assistance);
    change.update(&row, marked).await?;
    Ok(())
}
