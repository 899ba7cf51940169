//! What the viewer may do with a plan now.

use std::collections::HashMap;

use inspectorate_entity::{
    coverage::coverage_plan::{PlanGuidance, PlanKind, PlanStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::{
    plan_life_cycle::{PLAN, PlanFacts},
    plan_step::seen_from,
};
use crate::{
    blocks::workflow::AvailableAction,
    error::{Error, Result},
    read::Batch,
};

/// The actions on each plan: one count of objects and of empty blocks for the whole batch.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let counts = object_counts(batch).await?;
    let plans = batch.ids().into_iter().enumerate();
    plans
        .map(|(row, id)| {
            let kind = batch.text(row, "kind").and_then(PlanKind::parse);
            let status = batch.text(row, "status").and_then(PlanStatus::parse);
            let guidance = batch.text(row, "guidance").and_then(PlanGuidance::parse);
            let dispatcher = batch.id(row, "dispatcher_id");
            let (Some(kind), Some(status), Some(guidance), Some(dispatcher)) =
                (kind, status, guidance, dispatcher)
            else {
                return Err(Error::internal(
                    "a plan without kind, status, guidance or dispatcher",
                ));
            };
            let (objects, empty_blocks) = counts.get(&id).copied().unwrap_or_default();
            let facts = PlanFacts {
                kind,
                status,
                printed: batch
                    .integer(row, "printed_object_count")
                    .and_then(|printed| i32::try_from(printed).ok()),
                objects,
                empty_blocks,
                guidance,
                seen_from: seen_from(batch.viewer(), dispatcher),
            };
            Ok(PLAN.available(batch.viewer(), status, &facts))
        })
        .collect()
}

/// Objects on the list of each five-year plan, and placed in each annual plan, and blocks without any. Whoever may see a plan may
/// know their number.
async fn object_counts(batch: &Batch<'_>) -> Result<HashMap<Uuid, (i64, i64)>> {
    let mut sql = batch.sql();
    sql.push("SELECT o.plan_id AS id, COUNT(*) AS objects, 0 AS empty_blocks FROM coverage_object o WHERE o.withdrawn_on IS NULL AND o.plan_id")
        .in_ids(&batch.ids())
        .push(" GROUP BY o.plan_id UNION ALL SELECT p.annual_plan_id, COUNT(*), 0 FROM plan_assignment p WHERE p.superseded_on IS NULL AND p.annual_plan_id")
        .in_ids(&batch.ids())
        .push(" GROUP BY p.annual_plan_id UNION ALL SELECT b.plan_id, 0, COUNT(*) FROM sector_block b WHERE b.plan_id")
        .in_ids(&batch.ids())
        .push(" AND NOT EXISTS (SELECT 1 FROM coverage_object e WHERE e.block_id = b.id AND e.withdrawn_on IS NULL) GROUP BY b.plan_id");
    let mut counts: HashMap<Uuid, (i64, i64)> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let (objects, empty_blocks) = counts.entry(row.try_get("", "id")?).or_default();
        *objects += row.try_get::<i64>("", "objects")?;
        *empty_blocks += row.try_get::<i64>("", "empty_blocks")?;
    }
    Ok(counts)
}
