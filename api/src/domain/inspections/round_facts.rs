//! What the gates of rounds look at: read in one statement for many, by a verb or for a page.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::{coverage::round::RoundStatus, vocabulary::Vocabulary};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::round_life_cycle::{ROUND, RoundFacts};
use crate::{
    access::policy::{Action, may},
    blocks::{
        measure::today,
        setting::{self, Settings},
        workflow::AvailableAction,
    },
    error::{Error, Result},
    read::{Batch, Sql},
};

/// The actions on each round, for the whole batch at once. Whoever may see a round may know how many inspections it has.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let rows = batch.fetch(statement(batch.sql(), &batch.ids(), today()));
    let rows = rows.await?;
    let settings = match started_next(batch, &rows)? {
        none if none.is_empty() => HashMap::new(),
        next => setting::of_batch(batch, &next, today()).await?,
    };
    let facts = by_id(&rows, &settings)?;
    let rounds = batch.ids().into_iter().enumerate();
    rounds
        .map(|(row, id)| {
            let status = batch.text(row, "status").and_then(RoundStatus::parse);
            let status = status.ok_or_else(|| Error::internal("a round without state"))?;
            let facts = facts.get(&id).copied().unwrap_or_default();
            Ok(ROUND.available(batch.viewer(), status, &facts))
        })
        .collect()
}

/// The dispatchers of rounds in the rows of `statement` that the viewer might mobilize or start as they stand.
fn started_next(batch: &Batch<'_>, rows: &[QueryResult]) -> Result<Vec<Uuid>> {
    let steps = [
        (Action::MobilizeRound, RoundStatus::Trained),
        (Action::StartRound, RoundStatus::Mobilized),
    ];
    let mut next = Vec::new();
    for row in rows {
        let status: String = row.try_get("", "status")?;
        let stands =
            |step: &(Action, RoundStatus)| step.1.as_str() == status && may(batch.viewer(), step.0);
        if steps.iter().any(stands) {
            next.push(row.try_get("", "dispatcher_id")?);
        }
    }
    next.sort_unstable();
    next.dedup();
    Ok(next)
}

/// The statement that reads the facts of `ids` as they stand on `day`. A mobilization meeting that names no round opens all rounds of
/// its year. A look-back before its entry is nobody's fact.
pub fn statement(mut sql: Sql, ids: &[Uuid], day: NaiveDate) -> Sql {
    sql.push("SELECT r.id, r.dispatcher_id, r.status, (SELECT COUNT(*) FROM meeting m WHERE m.kind = 'MOBILIZATION' AND m.status IN ('HELD', 'FILED') AND m.dispatcher_id = r.dispatcher_id AND (m.round_id = r.id OR (m.round_id IS NULL AND m.year = r.year)) AND m.held_on <= ")
        .bind(day)
        .push(") AS mobilizations, r.announced_on IS NOT NULL AS announced, (SELECT COUNT(*) FROM plan_assignment a WHERE a.round_id = r.id AND a.superseded_on IS NULL) AS placed");
    for (name, condition) in [
        ("inspections", ""),
        ("entered", " AND i.entered_on IS NOT NULL"),
        ("reported", " AND i.reported_on IS NOT NULL"),
        ("fed_back", " AND i.fed_back_on IS NOT NULL"),
        ("closed", " AND i.status = 'CLOSED'"),
    ] {
        sql.push(", (SELECT COUNT(*) FROM inspection i WHERE i.round_id = r.id AND i.status <> 'WITHDRAWN' AND i.form = 'OWN' AND (i.kind <> 'LOOK_BACK' OR i.entered_on IS NOT NULL)")
            .push(condition)
            .push(") AS ")
            .push(name);
    }
    sql.push(" FROM round r WHERE r.id").in_ids(ids);
    sql
}

/// The facts in the rows of `statement`, by what their dispatchers have set.
pub fn by_id(
    rows: &[QueryResult],
    settings: &HashMap<Uuid, Settings>,
) -> Result<HashMap<Uuid, RoundFacts>> {
    rows.iter()
        .map(|row| {
            let settings = settings.get(&row.try_get::<Uuid>("", "dispatcher_id")?);
            let count = |column| row.try_get::<i64>("", column);
            let inspections = count("inspections")?;
            let facts = RoundFacts {
                placed: count("placed")? + inspections,
                inspections,
                entered: count("entered")?,
                reported: count("reported")?,
                fed_back: count("fed_back")?,
                closed: count("closed")?,
                announced: row.try_get("", "announced")?,
                meeting_needed: settings
                    .is_some_and(|settings| settings.flag(setting::START_NEEDS_MOBILIZATION)),
                meeting_held: count("mobilizations")? > 0,
            };
            Ok((row.try_get("", "id")?, facts))
        })
        .collect()
}
