//! What the rules of a joint operation look at, for the verb at hand and for `availableActions`.

use std::collections::HashMap;

use inspectorate_entity::{
    joint_operations::{
        joint_operation::{self, JointMode, JointStatus},
        joint_operation_party,
    },
    vocabulary::Vocabulary,
};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::{
    joint_operation_party::JointOperationParty,
    operation_life_cycle::{JOINT_OPERATION, OperationFacts},
    operation_progress::{self, Progress},
};
use crate::{
    access::{change::Change, viewer::Viewer, visible},
    blocks::{
        setting::{self, Settings},
        workflow::AvailableAction,
    },
    error::{Error, Result},
    read::{Batch, noun::Noun as _},
};

/// A side as the rules look at it.
#[derive(Clone, Copy, Debug)]
struct Side {
    body: Uuid,
    agreed: bool,
    entered: bool,
}

/// An operation as the rules look at it.
#[derive(Clone, Copy, Debug)]
struct Operation<'a> {
    initiator: Option<Uuid>,
    mode: JointMode,
    status: JointStatus,
    progress: Progress,
    settings: &'a Settings,
}

fn facts(viewer: &Viewer, operation: Operation<'_>, sides: &[Side]) -> OperationFacts {
    let own = sides
        .iter()
        .find(|side| side.body == viewer.organization_id);
    OperationFacts {
        initiator: operation.initiator == Some(viewer.organization_id),
        side: own.is_some(),
        asked: own.is_some_and(|own| !own.agreed),
        entered: own.is_some_and(|own| own.entered),
        without_entry: operation.mode == JointMode::MutualUse,
        all_entered: sides.iter().all(|side| side.entered),
        unanswered: operation.progress.referrals_open > 0,
        lacking: operation.progress.lacks(operation.settings),
        unreported: operation.progress.unreported(operation.status),
    }
}

/// The sides of an operation.
pub async fn sides(change: &Change, operation: Uuid) -> Result<Vec<joint_operation_party::Model>> {
    let sides = joint_operation_party::Column::OperationId.eq(operation);
    change.rows::<joint_operation_party::Entity>(sides).await
}

/// The state to which the verb at hand leads the operation, or what stands in the way.
pub async fn take(
    change: &Change,
    operation: &joint_operation::Model,
    sides: &[joint_operation_party::Model],
) -> Result<JointStatus> {
    let sides: Vec<Side> = sides
        .iter()
        .map(|side| Side {
            body: side.organization_id,
            agreed: side.agreed_on.is_some(),
            entered: side.entered_on.is_some(),
        })
        .collect();
    let settings = setting::of_change(change, operation.dispatcher_id, change.today()).await?;
    let looked_at = Operation {
        initiator: Some(operation.initiator_id),
        mode: operation.mode,
        status: operation.status,
        progress: operation_progress::of_change(change, operation.id).await?,
        settings: &settings,
    };
    let facts = facts(change.viewer(), looked_at, &sides);
    JOINT_OPERATION
        .take(change.action(), operation.status, &facts)
        .map_err(|error| error.field("input.operation"))
}

/// What the viewer may do with each operation now.
pub async fn operation_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.operation_id, t.organization_id, CASE WHEN t.agreed_on IS NULL THEN 0 ELSE 1 END AS agreed, CASE WHEN t.entered_on IS NULL THEN 0 ELSE 1 END AS entered FROM joint_operation_party t WHERE t.operation_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(JointOperationParty::DEF, batch.viewer(), "t", &mut sql);
    let mut sides: HashMap<Uuid, Vec<Side>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let of_it = sides.entry(row.try_get("", "operation_id")?).or_default();
        of_it.push(Side {
            body: row.try_get("", "organization_id")?,
            agreed: row.try_get::<i32>("", "agreed")? == 1,
            entered: row.try_get::<i32>("", "entered")? == 1,
        });
    }
    let progress = operation_progress::of_batch(batch).await?;
    let settings = operation_progress::settings(batch).await?;
    let by_default = Settings::default();
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(JointStatus::parse);
        let mode = batch.text(row, "mode").and_then(JointMode::parse);
        let (Some(status), Some(mode)) = (status, mode) else {
            return Err(Error::internal("a joint operation without status or mode"));
        };
        let dispatcher = batch.id(row, "dispatcher_id");
        let settings = dispatcher.and_then(|dispatcher| settings.get(&dispatcher));
        let looked_at = Operation {
            initiator: batch.id(row, "initiator_id"),
            mode,
            status,
            progress: progress.get(&id).copied().unwrap_or_default(),
            settings: settings.unwrap_or(&by_default),
        };
        let sides = sides.get(&id).map(Vec::as_slice).unwrap_or_default();
        let facts = facts(batch.viewer(), looked_at, sides);
        Ok(JOINT_OPERATION.available(batch.viewer(), status, &facts))
    })
    .collect()
}
