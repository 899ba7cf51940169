//! Whether an inspection was the first of its type of object.

use std::collections::HashSet;

use uuid::Uuid;

use crate::{error::Result, read::Batch};

/// Whether each inspection was the first by its dispatcher of an object of that type. Whoever may see it may know that.
pub async fn first_of_its_type(batch: &Batch<'_>) -> Result<Vec<bool>> {
    let mut sql = batch.sql();
    sql.push("SELECT r.id FROM coverage_record r JOIN coverage_object o ON o.id = r.object_id WHERE r.kind <> 'LOOK_BACK' AND r.id")
        .in_ids(&batch.ids())
        .push(" AND NOT EXISTS (SELECT 1 FROM coverage_record e JOIN coverage_object f ON f.id = e.object_id WHERE e.dispatcher_id = r.dispatcher_id AND f.object_type = o.object_type AND e.kind <> 'LOOK_BACK' AND e.started_on < r.started_on)");
    let mut first: HashSet<Uuid> = HashSet::new();
    for row in batch.fetch(sql).await? {
        first.insert(row.try_get("", "id")?);
    }
    Ok(batch.ids().iter().map(|id| first.contains(id)).collect())
}
