//! What the viewer may do with an inspection by a superior and with what is done for it.

use std::collections::{HashMap, HashSet};

use inspectorate_entity::{
    superiors::{superior_inspection::SuperiorInspectionStatus, superior_task::SuperiorTaskStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::{
    superior_life_cycles::{SUPERIOR_INSPECTION, SUPERIOR_TASK, SuperiorFacts, TaskFacts},
    superior_step::may_complete,
};
use crate::{
    blocks::workflow::AvailableAction,
    domain::coverage::plan_step::seen_from,
    error::{Error, Result},
    read::Batch,
};

/// What the viewer may do with each inspection now.
pub async fn inspection_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.superior_inspection_id, COUNT(*) AS open_tasks FROM superior_task t WHERE t.status = 'OPEN' AND t.superior_inspection_id")
        .in_ids(&batch.ids())
        .push(" GROUP BY t.superior_inspection_id");
    let mut open: HashMap<Uuid, i64> = HashMap::new();
    for row in batch.fetch(sql).await? {
        open.insert(
            row.try_get("", "superior_inspection_id")?,
            row.try_get("", "open_tasks")?,
        );
    }
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch
            .text(row, "status")
            .and_then(SuperiorInspectionStatus::parse);
        let status = status.ok_or_else(|| Error::internal("an inspection without status"))?;
        let facts = SuperiorFacts {
            seen_from: seen_from(batch.viewer(), dispatcher(batch, row)?),
            open_tasks: open.get(&id).copied().unwrap_or_default(),
        };
        Ok(SUPERIOR_INSPECTION.available(batch.viewer(), status, &facts))
    })
    .collect()
}

/// What the viewer may do with each task now.
pub async fn task_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let inspection = |row| batch.id(row, "superior_inspection_id");
    let inspections: Vec<Uuid> = (0..batch.len()).filter_map(inspection).collect();
    let mut sql = batch.sql();
    sql.push("SELECT t.id FROM superior_inspection t WHERE t.ended_on IS NOT NULL AND t.id")
        .in_ids(&inspections);
    let over = batch.fetch(sql).await?.into_iter();
    let over: HashSet<Uuid> = over
        .map(|row| row.try_get("", "id"))
        .collect::<std::result::Result<_, _>>()?;
    (0..batch.len())
        .map(|row| {
            let status = batch
                .text(row, "status")
                .and_then(SuperiorTaskStatus::parse);
            let status = status.ok_or_else(|| Error::internal("a task without status"))?;
            let dispatcher = dispatcher(batch, row)?;
            let facts = TaskFacts {
                seen_from: seen_from(batch.viewer(), dispatcher),
                completes: batch
                    .id(row, "owner_id")
                    .is_some_and(|owner| may_complete(batch.viewer(), owner, dispatcher)),
                over: inspection(row).is_some_and(|inspection| over.contains(&inspection)),
            };
            Ok(SUPERIOR_TASK.available(batch.viewer(), status, &facts))
        })
        .collect()
}

fn dispatcher(batch: &Batch<'_>, row: usize) -> Result<Uuid> {
    batch
        .id(row, "dispatcher_id")
        .ok_or_else(|| Error::internal("a record without its dispatcher"))
}
