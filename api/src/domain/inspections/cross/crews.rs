//! The teams that can be sent across, where their people come from, and what ties them.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::{
    problem::{Place, Team},
    request::{CrossAssignmentRequestInput, CrossRecusalInput, so_many},
};
use crate::{
    access::visible,
    domain::{
        coverage::source::Source,
        inspections::gates,
        teams::{
            composition_gates as team_gates,
            team::Team as TeamNoun,
            team_facts::{self, TeamFacts},
        },
    },
    error::{Error, Result},
    read::noun::Noun as _,
};

/// The teams, and which of them, by number, must not go to which organization.
pub struct Crews {
    pub teams: Vec<Team>,
    pub recusals: BTreeSet<(usize, Uuid)>,
}

/// The teams of `request` for `round`; `field` is where the request stands in the input.
pub async fn read(
    source: &Source<'_, '_>,
    round: Uuid,
    request: &CrossAssignmentRequestInput,
    field: &str,
) -> Result<Crews> {
    let named = named(request, field)?;
    let found = found(source, round, named.as_deref()).await?;
    for (number, team) in named.iter().flatten().enumerate() {
        if !found.iter().any(|(id, _)| id == team) {
            return Err(Error::not_found("Team", format!("{field}.teams.{number}")));
        }
    }
    so_many(found.len(), &format!("{field}.teams"))?;
    let ids: Vec<Uuid> = found.iter().map(|(id, _)| *id).collect();
    let facts = match source {
        Source::Reading(batch) => team_facts::of_batch(batch, &ids).await?,
        Source::Changing(change) => team_facts::all_of_change(change, &ids).await?,
    };
    let places = places(source, &facts).await?;
    let mut teams = Vec::with_capacity(found.len());
    for (id, name) in found {
        let facts = facts
            .get(&id)
            .ok_or_else(|| Error::internal("a team without facts"))?;
        team_gates::has_a_leader(facts).map_err(|error| error.field(format!("{field}.teams")))?;
        let team = team(id, name, facts, &places);
        if request.ring.unwrap_or(false) {
            let field = format!("{field}.ring");
            gates::comes_from_one_place(&team.name, team.places.len(), &field)?;
        }
        teams.push(team);
    }
    let mut recusals = on_record(source, &ids).await?;
    for (number, recusal) in request.recusals.iter().flatten().enumerate() {
        let field = format!("{field}.recusals.{number}");
        recusals.insert(recused(&ids, recusal, &field)?);
    }
    Ok(Crews { teams, recusals })
}

/// The teams that the request names, each once; none when it leaves them to the round.
fn named(request: &CrossAssignmentRequestInput, field: &str) -> Result<Option<Vec<Uuid>>> {
    let Some(asked) = &request.teams else {
        return Ok(None);
    };
    let mut named: Vec<Uuid> = Vec::with_capacity(asked.len());
    for (number, team) in asked.iter().enumerate() {
        let field = format!("{field}.teams.{number}");
        let team = team
            .key()
            .ok_or_else(|| Error::not_found("Team", field.clone()))?;
        if named.contains(&team) {
            return Err(Error::bad_input(
                field,
                "The team is named twice: name each team once.",
                "该巡察组重复填写，请每组只填写一次。",
            ));
        }
        named.push(team);
    }
    Ok(Some(named))
}

/// The teams that may be sent, by their number in the round.
async fn found(
    source: &Source<'_, '_>,
    round: Uuid,
    named: Option<&[Uuid]>,
) -> Result<Vec<(Uuid, String)>> {
    let mut sql = source.sql();
    sql.push("SELECT t.id, t.name FROM team t WHERE t.status <> 'DISSOLVED' AND t.form <> 'DETACHMENT' AND t.dispatcher_id = ")
        .bind(source.viewer().authority_id)
        .push(" AND (t.round_id = ")
        .bind(round);
    match named {
        Some(named) => sql.push(" OR t.round_id IS NULL) AND t.id").in_ids(named),
        None => sql.push(")"),
    };
    sql.push(" AND ");
    visible::rows(TeamNoun::DEF, source.viewer(), "t", &mut sql);
    sql.push(" ORDER BY t.ordinal, t.id");
    let rows = source.fetch(sql).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "id")?, row.try_get("", "name")?)))
        .collect()
}

/// The places from which anybody comes, by their tree path.
async fn places(
    source: &Source<'_, '_>,
    teams: &HashMap<Uuid, TeamFacts>,
) -> Result<HashMap<String, Place>> {
    let seats = teams.values().flat_map(|team| &team.seats);
    let paths: BTreeSet<String> = seats.filter_map(|seat| seat.home.clone()).collect();
    let mut sql = source.sql();
    sql.push("SELECT o.id, o.name, o.path FROM organization o WHERE o.path")
        .in_texts(paths.into_iter().collect());
    let mut places = HashMap::new();
    for row in source.fetch(sql).await? {
        let place = Place {
            id: row.try_get("", "id")?,
            name: row.try_get("", "name")?,
        };
        places.insert(row.try_get("", "path")?, place);
    }
    Ok(places)
}

fn team(id: Uuid, name: String, facts: &TeamFacts, known: &HashMap<String, Place>) -> Team {
    let homes: BTreeSet<&str> = facts
        .seats
        .iter()
        .filter_map(|seat| seat.home.as_deref())
        .filter(|home| !facts.dispatcher_path.starts_with(home))
        .collect();
    let mut sources: Vec<String> = facts
        .seats
        .iter()
        .map(|seat| seat.source_path.clone())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    Team {
        id,
        name,
        places: homes
            .into_iter()
            .filter_map(|home| known.get(home).cloned())
            .collect(),
        sources,
    }
}

/// Ties of people on the teams that were not dismissed, whichever team they were raised on.
async fn on_record(source: &Source<'_, '_>, teams: &[Uuid]) -> Result<BTreeSet<(usize, Uuid)>> {
    let mut sql = source.sql();
    sql.push("SELECT DISTINCT m.team_id, r.organization_id FROM recusal r JOIN team_member m ON m.person_id = r.person_id ")
        .push("AND m.end_reason IS NULL WHERE r.status <> 'DISMISSED' AND m.team_id")
        .in_ids(teams);
    let mut ties = BTreeSet::new();
    for row in source.fetch(sql).await? {
        let team: Uuid = row.try_get("", "team_id")?;
        if let Some(number) = teams.iter().position(|known| *known == team) {
            ties.insert((number, row.try_get("", "organization_id")?));
        }
    }
    Ok(ties)
}

/// The number of the team and the organization that it must not go to.
fn recused(teams: &[Uuid], recusal: &CrossRecusalInput, field: &str) -> Result<(usize, Uuid)> {
    let team = recusal.team.key();
    let number = teams.iter().position(|known| Some(*known) == team);
    let number = number.ok_or_else(|| {
        Error::bad_input(
            format!("{field}.team"),
            "The team is none of those that are to be assigned.",
            "该巡察组不在本次分配之列。",
        )
    })?;
    let organization = recusal.organization.key();
    let hidden = || Error::not_found("Organization", format!("{field}.organization"));
    Ok((number, organization.ok_or_else(hidden)?))
}
