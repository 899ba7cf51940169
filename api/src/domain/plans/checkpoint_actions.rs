//! What the viewer may do with a checkpoint now.

use std::collections::HashMap;

use inspectorate_entity::{
    coverage::coverage_plan::PlanStatus,
    plans::plan_checkpoint::{CheckpointKind, CheckpointStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::checkpoint_life_cycle::{CHECKPOINT, CheckpointFacts};
use crate::{
    blocks::workflow::AvailableAction,
    domain::coverage::plan_step::seen_from,
    error::{Error, Result},
    read::Batch,
};

/// The actions on each checkpoint: one look at the plans and the other checkpoints for the whole batch.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let facts = facts(batch).await?;
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(CheckpointStatus::parse);
        let (Some(status), Some(facts)) = (status, facts.get(&id)) else {
            return Err(Error::internal("a checkpoint without status or plan"));
        };
        Ok(CHECKPOINT.available(batch.viewer(), status, facts))
    })
    .collect()
}

/// Whoever may see a checkpoint may know how far its plan has come and whether the one before it was held.
async fn facts(batch: &Batch<'_>) -> Result<HashMap<Uuid, CheckpointFacts>> {
    let mut sql = batch.sql();
    sql.push("SELECT c.id, c.kind, c.dispatcher_id, p.status AS plan_status, b.kind AS other, b.status AS other_status FROM plan_checkpoint c JOIN coverage_plan p ON p.id = c.plan_id JOIN plan_checkpoint b ON b.plan_id = c.plan_id WHERE c.id")
        .in_ids(&batch.ids());
    let mut found: HashMap<Uuid, (CheckpointFacts, Option<CheckpointKind>)> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let text = |column| row.try_get::<String>("", column);
        let kind = |column| {
            let text = text(column)?;
            CheckpointKind::parse(&text)
                .ok_or_else(|| Error::internal(format!("{text} is no kind of checkpoint")))
        };
        let (own, other) = (kind("kind")?, kind("other")?);
        let plan = PlanStatus::parse(&text("plan_status")?)
            .ok_or_else(|| Error::internal("a plan without status"))?;
        let first = CheckpointFacts {
            plan,
            one_before_held: true,
            seen_from: seen_from(batch.viewer(), row.try_get("", "dispatcher_id")?),
        };
        let (facts, before) = found.entry(row.try_get("", "id")?).or_insert((first, None));
        if other < own && before.is_none_or(|before| before < other) {
            *before = Some(other);
            facts.one_before_held = text("other_status")? == CheckpointStatus::Held.as_str();
        }
    }
    Ok(found
        .into_iter()
        .map(|(id, (facts, _))| (id, facts))
        .collect())
}
