//! The one statement that finds every decision that may bear on some dispatchers on a day, or on several, for verbs and for reads.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::{rules::setting_value::SettingKey, vocabulary::Vocabulary};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use super::in_force::{Settings, Stored, settle};
use crate::{
    access::change::Change,
    error::{Error, Result},
    read::{Batch, Sql},
};

/// The settings of one dispatcher on `day`, as a change finds them.
#[expect(
    clippy::disallowed_methods,
    reason = "what a rule refuses must not depend on who asks, so the statement carries no viewer's right"
)]
pub async fn of_change(change: &Change, dispatcher: Uuid, day: NaiveDate) -> Result<Settings> {
    let mut sql = Sql::new(change.tx().get_database_backend());
    select(&mut sql, &[dispatcher], day, day);
    let rows = change.tx().query_all_raw(sql.finish()).await?;
    Ok(read(&rows, day)?.remove(&dispatcher).unwrap_or_default())
}

/// The settings of each of `dispatchers` on `day`. Whoever may see a dispatcher may know what it goes by; one that is left out goes
/// by the shipped defaults.
pub async fn of_batch(
    batch: &Batch<'_>,
    dispatchers: &[Uuid],
    day: NaiveDate,
) -> Result<HashMap<Uuid, Settings>> {
    let mut on = of_batch_on(batch, dispatchers, &[day]).await?;
    Ok(on.remove(&day).unwrap_or_default())
}

/// The settings of each of `dispatchers` on each of `days`, in one statement.
pub async fn of_batch_on(
    batch: &Batch<'_>,
    dispatchers: &[Uuid],
    days: &[NaiveDate],
) -> Result<HashMap<NaiveDate, HashMap<Uuid, Settings>>> {
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return Ok(HashMap::new());
    };
    let mut sql = batch.sql();
    select(&mut sql, dispatchers, *first, *last);
    let rows = batch.fetch(sql).await?;
    let days = days.iter();
    days.map(|day| Ok((*day, read(&rows, *day)?))).collect()
}

/// Decisions in force on a day from `first` to `last` of those at or above a dispatcher asked for, and of those at or above one that
/// somebody named.
fn select(sql: &mut Sql, dispatchers: &[Uuid], first: NaiveDate, last: NaiveDate) {
    sql.push(
        "SELECT d.id AS asked, d.path AS asked_path, v.id, v.key, v.value, v.valid_from, v.valid_to, o.path, o.name, s.path AS source_path \
         FROM organization d JOIN setting_value v ON v.origin <> 'SUPERIOR' AND v.valid_from <= ",
    )
    .bind(last)
    .push(" AND (v.valid_to IS NULL OR v.valid_to >= ")
    .bind(first)
    .push(
        ") JOIN organization o ON o.id = v.dispatcher_id LEFT JOIN organization s ON s.id = v.source_id WHERE d.id",
    )
    .in_ids(dispatchers)
    .push(
        " AND (substr(d.path, 1, length(o.path)) = o.path OR EXISTS (SELECT 1 FROM setting_value f \
         JOIN organization t ON t.id = f.source_id WHERE f.key = v.key AND substr(t.path, 1, length(o.path)) = o.path))",
    );
}

fn read(rows: &[QueryResult], day: NaiveDate) -> Result<HashMap<Uuid, Settings>> {
    let mut asked: HashMap<Uuid, (String, Vec<Stored>)> = HashMap::new();
    for row in rows {
        let from: NaiveDate = row.try_get("", "valid_from")?;
        let to: Option<NaiveDate> = row.try_get("", "valid_to")?;
        if from > day || to.is_some_and(|to| to < day) {
            continue;
        }
        let key: String = row.try_get("", "key")?;
        let stored = Stored {
            id: row.try_get("", "id")?,
            key: SettingKey::parse(&key)
                .ok_or_else(|| Error::internal(("setting of a release to come", key)))?,
            value: row.try_get("", "value")?,
            path: row.try_get("", "path")?,
            name: row.try_get("", "name")?,
            source_path: row.try_get("", "source_path")?,
        };
        let asked = asked.entry(row.try_get("", "asked")?);
        let path: String = row.try_get("", "asked_path")?;
        asked.or_insert_with(|| (path, Vec::new())).1.push(stored);
    }
    Ok(settle(asked))
}
