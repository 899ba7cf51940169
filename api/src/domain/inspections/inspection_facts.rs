//! What the gates of inspections look at: read in a fixed number of statements for many, by a verb or for a page.

use std::collections::HashMap;

use inspectorate_entity::{
    coverage::{coverage_record::InspectionKind, round::RoundStatus},
    inspections::inspection::{InspectionForm, InspectionStatus},
    teams::team::TeamStatus,
    vocabulary::Vocabulary,
};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::inspection_life_cycle::{INSPECTION, InspectionFacts, TeamThere};
use crate::{
    access::policy::{Action, may},
    blocks::workflow::AvailableAction,
    domain::teams::{
        readiness::{self, Readiness},
        team_facts::{self, TeamFacts},
    },
    error::{Error, Result},
    read::{Batch, Sql},
};

/// The actions on each inspection: what stands in the way of a row is read for the whole batch at once. Whoever may see an
/// inspection may know how many earlier ones there were and how far its round has come.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let rows = batch.fetch(statement(batch.sql(), &batch.ids())).await?;
    let teams = team_facts::of_batch(batch, &teams_of(&rows)?).await?;
    let entries = readiness::of_batch(batch, &entered_next(batch, &rows)?).await?;
    let facts = by_id(&rows, &teams, &entries)?;
    let inspections = batch.ids().into_iter().enumerate();
    inspections
        .map(|(row, id)| {
            let status = batch.text(row, "status").and_then(InspectionStatus::parse);
            let (Some(status), Some(facts)) = (status, facts.get(&id)) else {
                return Err(Error::internal("an inspection without state or facts"));
            };
            Ok(INSPECTION.available(batch.viewer(), status, facts))
        })
        .collect()
}

/// The inspections in the rows of `statement` that the viewer might enter as they stand, each with its dispatcher.
fn entered_next(batch: &Batch<'_>, rows: &[QueryResult]) -> Result<Vec<(Uuid, Uuid)>> {
    if !may(batch.viewer(), Action::EnterInspection) {
        return Ok(Vec::new());
    }
    let enterable = [
        InspectionStatus::Approved,
        InspectionStatus::PreInformed,
        InspectionStatus::Mobilized,
    ];
    let mut next = Vec::new();
    for row in rows {
        let status: String = row.try_get("", "status")?;
        if enterable.iter().any(|state| state.as_str() == status) {
            next.push((row.try_get("", "id")?, row.try_get("", "dispatcher_id")?));
        }
    }
    Ok(next)
}

/// The statement that reads the facts of `ids`.
pub fn statement(mut sql: Sql, ids: &[Uuid]) -> Sql {
    sql.push(
        "SELECT i.id, i.dispatcher_id, i.kind, i.form, i.status, i.is_elevated, i.team_id, t.status AS team, r.status AS round, p.status AS parent, \
         (SELECT COUNT(*) FROM elevation_ground g WHERE g.inspection_id = i.id) AS reasons, \
         (SELECT COUNT(*) FROM inspection e WHERE e.organization_id = i.organization_id AND e.id <> i.id \
         AND e.fed_back_on IS NOT NULL AND e.form = 'OWN' AND NOT EXISTS (SELECT 1 FROM inspection_earlier l \
         WHERE l.inspection_id = i.id AND l.earlier_id = e.id)) AS not_loaded \
         FROM inspection i LEFT JOIN round r ON r.id = i.round_id LEFT JOIN inspection p ON p.id = i.parent_id LEFT JOIN team t ON t.id = i.team_id WHERE i.id",
    )
    .in_ids(ids);
    sql
}

/// The teams in the rows of `statement`.
pub fn teams_of(rows: &[QueryResult]) -> Result<Vec<Uuid>> {
    let mut teams = Vec::new();
    for row in rows {
        teams.extend(row.try_get::<Option<Uuid>>("", "team_id")?);
    }
    teams.sort_unstable();
    teams.dedup();
    Ok(teams)
}

/// The facts in the rows of `statement`, with those of their teams and what is asked of those who enter.
pub fn by_id(
    rows: &[QueryResult],
    teams: &HashMap<Uuid, TeamFacts>,
    entries: &HashMap<Uuid, Readiness>,
) -> Result<HashMap<Uuid, InspectionFacts>> {
    let mut found = HashMap::with_capacity(rows.len());
    for row in rows {
        let id = row.try_get("", "id")?;
        let entry = entries.get(&id).cloned().unwrap_or(Readiness::NOT_ASKED);
        found.insert(id, facts(row, teams, entry)?);
    }
    Ok(found)
}

fn facts(
    row: &QueryResult,
    teams: &HashMap<Uuid, TeamFacts>,
    entry: Readiness,
) -> Result<InspectionFacts> {
    let text = |column| row.try_get::<Option<String>>("", column);
    let coded = |column| -> Result<String> {
        text(column)?.ok_or_else(|| Error::internal(format!("an inspection without {column}")))
    };
    let own = coded("form")? == InspectionForm::Own.as_str();
    let prepared = [InspectionKind::Routine, InspectionKind::Special].map(|kind| kind.as_str());
    let needs_people = own && prepared.contains(&coded("kind")?.as_str());
    // What hangs on another is not a new look at its organization.
    let not_loaded = if own {
        row.try_get("", "not_loaded")?
    } else {
        0
    };
    Ok(InspectionFacts {
        round: text("round")?.as_deref().and_then(RoundStatus::parse),
        not_loaded,
        elevated: row.try_get("", "is_elevated")?,
        reasons: row.try_get("", "reasons")?,
        mobilized: !needs_people || coded("status")? == InspectionStatus::Mobilized.as_str(),
        parent: text("parent")?.as_deref().and_then(InspectionStatus::parse),
        needs_team: own,
        team: team(row, teams)?,
        entry,
    })
}

fn team(row: &QueryResult, teams: &HashMap<Uuid, TeamFacts>) -> Result<Option<TeamThere>> {
    let Some(id) = row.try_get::<Option<Uuid>>("", "team_id")? else {
        return Ok(None);
    };
    let status: Option<String> = row.try_get("", "team")?;
    let status = status.as_deref().and_then(TeamStatus::parse);
    let (Some(status), Some(facts)) = (status, teams.get(&id)) else {
        return Err(Error::internal("an inspection whose team has no facts"));
    };
    Ok(Some(TeamThere {
        status,
        facts: facts.clone(),
    }))
}
