//! How soon a new secretary studied inspection (履新专题研究巡察工作).

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{definitions, meeting::Meeting};
use crate::{
    access::visible,
    blocks::measure::{Basis, Dimension, Measure, ScopePart, Unit, today},
    error::Result,
    graphql::node_id,
    read::{Batch, noun::Noun as _},
};

/// On which day in office the holder of each appointment first chaired such a meeting; none for those who are no Party secretary of
/// the dispatcher, and for those who chaired none yet.
pub async fn first_study(batch: &Batch<'_>) -> Result<Vec<Option<Measure>>> {
    let mut sql = batch.sql();
    sql.push("SELECT a.id, a.starts_on, m.held_on, o.name FROM appointment a JOIN post p ON p.id = a.post_id AND ")
        .column("p", "function")
        .push(" = 'PARTY_SECRETARY' JOIN organization o ON o.id = a.organization_id JOIN meeting m ON m.dispatcher_id = a.organization_id AND m.chair_id = a.person_id AND m.held_on >= a.starts_on AND (a.ends_on IS NULL OR m.held_on <= a.ends_on) WHERE a.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Meeting::DEF, batch.viewer(), "m", &mut sql);
    let mut first: HashMap<Uuid, (NaiveDate, NaiveDate, String)> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let held: NaiveDate = row.try_get("", "held_on")?;
        let found = (
            row.try_get("", "starts_on")?,
            held,
            row.try_get("", "name")?,
        );
        let known = first.entry(row.try_get("", "id")?).or_insert(found);
        known.1 = known.1.min(held);
    }
    let rows = batch.ids().into_iter().enumerate();
    Ok(rows
        .map(|(row, id)| {
            let (since, held, name) = first.remove(&id)?;
            let dispatcher = batch.id(row, "organization_id")?;
            let dispatcher = node_id::encode("Organization", dispatcher);
            let basis = Basis {
                scope: vec![ScopePart::new(
                    Dimension::Dispatcher,
                    Some(dispatcher),
                    name,
                )],
                as_of: today(),
            };
            let day = usize::try_from((held - since).num_days() + 1).ok()?;
            Some(basis.count(day, Unit::Day, definitions::FIRST_STUDY))
        })
        .collect())
}
