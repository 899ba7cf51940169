//! What the viewer may do with a plan now.

use std::collections::HashMap;

use inspectorate_entity::{
    coverage::coverage_plan::{PlanKind, PlanStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::plan_life_cycle::{PLAN, PlanFacts};
use crate::{
    blocks::workflow::AvailableAction,
    error::{Error, Result},
    read::Batch,
};

/// The actions on each plan: one count of objects for the whole batch.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let counts = object_counts(batch).await?;
    let plans = batch.ids().into_iter().enumerate();
    plans
        .map(|(row, id)| {
            let kind = batch.text(row, "kind").and_then(PlanKind::parse);
            let status = batch.text(row, "status").and_then(PlanStatus::parse);
            let (Some(kind), Some(status)) = (kind, status) else {
                return Err(Error::internal("a plan without kind or status"));
            };
            let facts = PlanFacts {
                kind,
                printed: batch
                    .integer(row, "printed_object_count")
                    .and_then(|printed| i32::try_from(printed).ok()),
                objects: counts.get(&id).copied().unwrap_or_default(),
            };
            Ok(PLAN.available(batch.viewer(), status, &facts))
        })
        .collect()
}

/// Objects on the list of each five-year plan, and placed in each annual plan. Whoever may see a plan may know their number.
async fn object_counts(batch: &Batch<'_>) -> Result<HashMap<Uuid, i64>> {
    let mut sql = batch.sql();
    sql.push("SELECT o.plan_id AS id, COUNT(*) AS objects FROM coverage_object o WHERE o.withdrawn_on IS NULL AND o.plan_id")
        .in_ids(&batch.ids())
        .push(" GROUP BY o.plan_id UNION ALL SELECT p.annual_plan_id, COUNT(*) FROM plan_assignment p WHERE p.superseded_on IS NULL AND p.annual_plan_id")
        .in_ids(&batch.ids())
        .push(" GROUP BY p.annual_plan_id");
    let rows = batch.fetch(sql).await?;
    let count =
        |row: &sea_orm::QueryResult| Ok((row.try_get("", "id")?, row.try_get("", "objects")?));
    rows.iter().map(count).collect()
}
