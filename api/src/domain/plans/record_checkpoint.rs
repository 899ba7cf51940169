//! Record a checkpoint.

use inspectorate_entity::plans::plan_checkpoint;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    checkpoint_step::{of_year, take},
    gates,
    plan_checkpoint::PlanCheckpoint,
};
use crate::{
    access::change::Change,
    domain::coverage::gates::day_done,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What recording a checkpoint takes.
#[derive(Debug, Input)]
pub struct RecordCheckpointInput {
    /// The checkpoint (节点).
    pub checkpoint: GlobalId<PlanCheckpoint>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was held, not in the future; today when left out (完成日期).
    pub held_on: Option<Date>,
    /// What it came to (结果).
    pub result: Paragraph,
    /// Where the submitted file is kept, such as its number; leave it out when none was submitted (报送材料).
    pub file_reference: Option<Name>,
    /// The last day that its figures take in; the summary at the end of the year needs it (数据截止日期).
    pub figures_as_of: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a checkpoint of an annual plan was held, and what it came to (登记年初计划、年中检查、年末总结); the three in their order.
#[verb(PlanCheckpoint)]
pub async fn record_checkpoint(change: &mut Change, input: RecordCheckpointInput) -> Result<Uuid> {
    let checkpoint = change
        .subject::<plan_checkpoint::Entity, _>("checkpoint", &input.checkpoint, input.version)
        .await?;
    let year = of_year(change, &checkpoint).await?;
    let status = take(change, &checkpoint, &year)?;
    let held = day_done(input.held_on, change.today(), "input.heldOn")?;
    gates::held_after_its_plan(held, year.plan.approved_on)?;
    gates::held_in_order(checkpoint.kind, held, &year.all)?;
    let as_of = input.figures_as_of.map(|day| day.0);
    gates::figures_are_dated(checkpoint.kind, year.plan.from_year, as_of, held)?;
    let mut recorded = checkpoint.clone().into_active_model();
    recorded.status = Set(status);
    recorded.held_on = Set(Some(held));
    recorded.result = Set(Some(input.result.0));
    recorded.file_reference = Set(input.file_reference.map(|file| file.0));
    recorded.figures_as_of = Set(as_of);
    Ok(change.update(&checkpoint, recorded).await?.id)
}
