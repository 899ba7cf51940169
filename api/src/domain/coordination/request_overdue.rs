//! Until when requests were to be answered, and which were not.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::rules::deadline;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::coordination_request::CoordinationRequest;
use crate::{
    access::{change::Change, visible},
    blocks::measure,
    domain::meetings::decision_life_cycle::is_overdue,
    error::Result,
    graphql::scalars::Date,
    read::{Batch, noun::Noun as _},
};

/// The last day of a request, as its deadline stands.
pub async fn due_on(change: &Change, request: Uuid) -> Result<Option<NaiveDate>> {
    let deadlines = deadline::Column::RecordId.eq(request);
    let deadlines = change.rows::<deadline::Entity>(deadlines).await?;
    Ok(deadlines
        .iter()
        .filter_map(|deadline| deadline.due_on)
        .max())
}

/// The last day of each request of a page that has one: whoever sees a request may know until when it is due.
pub async fn of_batch(batch: &Batch<'_>) -> Result<HashMap<Uuid, NaiveDate>> {
    let mut sql = batch.sql();
    sql.push("SELECT l.record_id, l.due_on FROM deadline l JOIN coordination_request t ON t.id = l.record_id WHERE l.due_on IS NOT NULL AND t.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(CoordinationRequest::DEF, batch.viewer(), "t", &mut sql);
    let mut due: HashMap<Uuid, NaiveDate> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let day: NaiveDate = row.try_get("", "due_on")?;
        let known = due.entry(row.try_get("", "record_id")?).or_insert(day);
        *known = day.max(*known);
    }
    Ok(due)
}

/// Whether each request was still open on the day after its last one.
pub async fn overdue(batch: &Batch<'_>) -> Result<Vec<bool>> {
    let day = match batch.argument::<Option<Date>>("asOf")? {
        Some(Date(day)) => day,
        None => measure::today(),
    };
    let due = of_batch(batch).await?;
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let ends = ["replied_on", "returned_on", "withdrawn_on"];
            let ended = ends.iter().find_map(|column| batch.date(row, column));
            is_overdue(due.get(&id).copied(), ended, day)
        })
        .collect())
}
