//! What the gates of rounds look at: read in one statement for many, by a verb or for a page.

use std::collections::HashMap;

use inspectorate_entity::{coverage::round::RoundStatus, vocabulary::Vocabulary};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::round_life_cycle::{ROUND, RoundFacts};
use crate::{
    blocks::workflow::AvailableAction,
    error::{Error, Result},
    read::{Batch, Sql},
};

/// The actions on each round, for the whole batch at once. Whoever may see a round may know how many inspections it has.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let rows = batch.fetch(statement(batch.sql(), &batch.ids())).await?;
    let facts = by_id(&rows)?;
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

/// The statement that reads the facts of `ids`. A look-back before its entry is nobody's fact.
pub fn statement(mut sql: Sql, ids: &[Uuid]) -> Sql {
    sql.push("SELECT r.id, r.announced_on IS NOT NULL AS announced, (SELECT COUNT(*) FROM plan_assignment a WHERE a.round_id = r.id AND a.superseded_on IS NULL) AS placed");
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

/// The facts in the rows of `statement`.
pub fn by_id(rows: &[QueryResult]) -> Result<HashMap<Uuid, RoundFacts>> {
    rows.iter()
        .map(|row| {
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
            };
            Ok((row.try_get("", "id")?, facts))
        })
        .collect()
}
