//! Reads what an assignment follows from: the inspections of a round that have not entered, the places of the teams, and who
//! inspected each organization last time.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    problem::{Object, Problem, Team},
    request::{CrossAssignmentRequestInput, so_many},
};
use crate::{
    access::visible,
    domain::{
        coverage::source::Source, inspections::inspection::Inspection,
        organizations::organization::Organization,
    },
    error::{Error, Result},
    read::noun::Noun as _,
};

/// The problem of `round` for `request`; `fields` are where the round and the request stand in the input.
pub async fn problem(
    source: &Source<'_, '_>,
    round: Uuid,
    request: &CrossAssignmentRequestInput,
    (round_field, field): (&str, &str),
) -> Result<Problem> {
    request.check(field)?;
    let objects = objects(source, round).await?;
    so_many(objects.len(), round_field)?;
    let teams = teams(source, request, field).await?;
    let recusals = request.recusals.iter().flatten().filter_map(|recusal| {
        let team = request
            .teams
            .iter()
            .position(|team| team.name == recusal.team)?;
        Some((team, recusal.organization.key()?))
    });
    Ok(Problem {
        recusals: recusals.collect(),
        ring: request.ring.unwrap_or(false),
        central_leaders: request.central_leaders.unwrap_or(false),
        teams,
        objects,
    })
}

async fn objects(source: &Source<'_, '_>, round: Uuid) -> Result<Vec<Object>> {
    let mut sql = source.sql();
    sql.push("SELECT i.id, i.organization_id, o.name, o.path, h.id AS home, h.name AS home_name, h.path AS home_path FROM inspection i JOIN organization o ON o.id = i.organization_id JOIN organization h ON h.id = COALESCE(i.usual_dispatcher_id, i.dispatcher_id) WHERE i.form = 'OWN' AND i.entered_on IS NULL AND i.status <> 'WITHDRAWN' AND i.round_id = ")
        .bind(round)
        .push(" AND ");
    visible::rows(Inspection::DEF, source.viewer(), "i", &mut sql);
    sql.push(" ORDER BY i.id");
    let mut objects: Vec<Object> = source
        .fetch(sql)
        .await?
        .iter()
        .map(|row| {
            Ok(Object {
                inspection: row.try_get("", "id")?,
                organization: row.try_get("", "organization_id")?,
                name: row.try_get("", "name")?,
                path: row.try_get("", "path")?,
                home: row.try_get("", "home")?,
                home_name: row.try_get("", "home_name")?,
                home_path: row.try_get("", "home_path")?,
                last: Vec::new(),
            })
        })
        .collect::<Result<_>>()?;
    let last = last_time(source, &objects).await?;
    for object in &mut objects {
        object.last = last
            .get(&object.organization)
            .map(|(_, places)| places.clone())
            .unwrap_or_default();
    }
    Ok(objects)
}

/// The places whose people inspected each organization last.
async fn last_time(
    source: &Source<'_, '_>,
    objects: &[Object],
) -> Result<HashMap<Uuid, (NaiveDate, Vec<Uuid>)>> {
    let organizations: Vec<Uuid> = objects.iter().map(|object| object.organization).collect();
    let mut sql = source.sql();
    sql.push("SELECT i.organization_id, i.entered_on, s.origin_id FROM inspection i JOIN staff_origin s ON s.inspection_id = i.id AND s.ends_on IS NULL WHERE i.form = 'OWN' AND i.entered_on IS NOT NULL AND i.organization_id")
        .in_ids(&organizations);
    sql.push(" ORDER BY i.entered_on, s.origin_id");
    let mut last: HashMap<Uuid, (NaiveDate, Vec<Uuid>)> = HashMap::new();
    for row in source.fetch(sql).await? {
        let entered: NaiveDate = row.try_get("", "entered_on")?;
        let known = last
            .entry(row.try_get("", "organization_id")?)
            .or_insert((entered, Vec::new()));
        if known.0 != entered {
            *known = (entered, Vec::new());
        }
        known.1.push(row.try_get("", "origin_id")?);
    }
    Ok(last)
}

async fn teams(
    source: &Source<'_, '_>,
    request: &CrossAssignmentRequestInput,
    field: &str,
) -> Result<Vec<Team>> {
    let codes = request.teams.iter().map(|team| team.place.0.clone());
    let mut sql = source.sql();
    sql.push("SELECT o.id, o.code, o.name, o.path FROM organization o WHERE o.code")
        .in_texts(codes.collect())
        .push(" AND EXISTS (SELECT 1 FROM agency_registration r WHERE r.organization_id = o.id AND r.agency = 'DISPATCHER' AND r.ends_on IS NULL) AND ");
    visible::rows(Organization::DEF, source.viewer(), "o", &mut sql);
    let rows = source.fetch(sql).await?;
    let mut places: HashMap<String, (Uuid, String, String)> = HashMap::new();
    for row in rows {
        let place = (
            row.try_get("", "id")?,
            row.try_get("", "name")?,
            row.try_get("", "path")?,
        );
        places.insert(row.try_get("", "code")?, place);
    }
    let teams = request.teams.iter().enumerate().map(|(number, team)| {
        let place = places.get(&team.place.0);
        let (place, place_name, path) = place.cloned().ok_or_else(|| {
            Error::not_found("Organization", format!("{field}.teams.{number}.place"))
        })?;
        Ok(Team {
            name: team.name.0.clone(),
            place,
            place_name,
            path,
        })
    });
    teams.collect()
}
