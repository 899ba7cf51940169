//! Reads what an assignment follows from: the inspections of a round that have not entered, and who inspected each organization last
//! time. The teams are read in [`super::crews`].

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use inspectorate_entity::{organizations::organization::OrganizationLevel, vocabulary::Vocabulary};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::{
    crews::{self, Crews},
    problem::{Object, Problem},
    request::{CrossAssignmentRequestInput, so_many},
};
use crate::{
    access::visible,
    domain::{
        coverage::source::Source, inspections::inspection::Inspection,
        teams::team_facts::is_a_whole_place,
    },
    error::Result,
    read::noun::Noun as _,
};

/// The problem of `round` for `request`; `fields` are where the round and the request stand in the input.
pub async fn problem(
    source: &Source<'_, '_>,
    round: Uuid,
    request: &CrossAssignmentRequestInput,
    (round_field, field): (&str, &str),
) -> Result<Problem> {
    let objects = objects(source, round).await?;
    so_many(objects.len(), round_field)?;
    let Crews {
        teams,
        mut recusals,
    } = crews::read(source, round, request, field).await?;
    // Ties to what this round leaves alone are no part of the problem.
    let of_the_round: HashSet<Uuid> = objects.iter().map(|object| object.organization).collect();
    recusals.retain(|(_, organization)| of_the_round.contains(organization));
    Ok(Problem {
        recusals,
        ring: request.ring.unwrap_or(false),
        teams,
        objects,
    })
}

async fn objects(source: &Source<'_, '_>, round: Uuid) -> Result<Vec<Object>> {
    let mut sql = source.sql();
    sql.push("SELECT i.id, i.organization_id, i.dispatcher_id, o.name, o.path, h.id AS home, h.name AS home_name, h.path AS home_path, h.level AS home_level ")
        .push("FROM inspection i JOIN organization o ON o.id = i.organization_id JOIN organization h ON h.id = COALESCE(i.usual_dispatcher_id, i.dispatcher_id) ")
        .push("WHERE i.form = 'OWN' AND i.entered_on IS NULL AND i.status <> 'WITHDRAWN' AND i.round_id = ")
        .bind(round)
        .push(" AND ");
    visible::rows(Inspection::DEF, source.viewer(), "i", &mut sql);
    sql.push(" ORDER BY i.id");
    let rows = source.fetch(sql).await?;
    let mut objects: Vec<Object> = rows.iter().map(object).collect::<Result<_>>()?;
    let last = last_time(source, &objects).await?;
    for object in &mut objects {
        object.last = last
            .get(&object.organization)
            .map(|(_, places)| places.clone())
            .unwrap_or_default();
    }
    Ok(objects)
}

fn object(row: &QueryResult) -> Result<Object> {
    let home: Uuid = row.try_get("", "home")?;
    let level: String = row.try_get("", "home_level")?;
    let level = OrganizationLevel::parse(&level);
    let whole = is_a_whole_place(row.try_get("", "dispatcher_id")?, Some(home), level);
    Ok(Object {
        inspection: row.try_get("", "id")?,
        organization: row.try_get("", "organization_id")?,
        name: row.try_get("", "name")?,
        home,
        home_name: row.try_get("", "home_name")?,
        base: row.try_get("", if whole { "home_path" } else { "path" })?,
        last: Vec::new(),
    })
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
