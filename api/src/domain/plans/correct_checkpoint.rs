//! Correct a checkpoint.

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

/// What correcting a checkpoint takes.
#[derive(Debug, Input)]
pub struct CorrectCheckpointInput {
    /// The checkpoint (节点).
    pub checkpoint: GlobalId<PlanCheckpoint>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was held; leave it out to keep what is recorded (完成日期).
    pub held_on: Option<Date>,
    /// What it came to; leave it out to keep what is recorded (结果).
    pub result: Option<Paragraph>,
    /// Where the submitted file is kept; leave it out to keep what is recorded (报送材料).
    pub file_reference: Option<Name>,
    /// The last day that its figures take in; leave it out to keep what is recorded (数据截止日期).
    pub figures_as_of: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Correct what was recorded of a checkpoint (更正节点记录); what stood there before stays in its history.
#[verb(PlanCheckpoint)]
pub async fn correct_checkpoint(
    change: &mut Change,
    input: CorrectCheckpointInput,
) -> Result<Uuid> {
    let checkpoint = change
        .subject::<plan_checkpoint::Entity, _>("checkpoint", &input.checkpoint, input.version)
        .await?;
    let year = of_year(change, &checkpoint).await?;
    take(change, &checkpoint, &year)?;
    let recorded = input.held_on.or(checkpoint.held_on.map(Date));
    let held = day_done(recorded, change.today(), "input.heldOn")?;
    gates::held_after_its_plan(held, year.plan.approved_on)?;
    gates::held_in_order(checkpoint.kind, held, &year.all)?;
    let as_of = input.figures_as_of.map(|day| day.0);
    let as_of = as_of.or(checkpoint.figures_as_of);
    gates::figures_are_dated(checkpoint.kind, year.plan.from_year, as_of, held)?;
    let mut corrected = checkpoint.clone().into_active_model();
    corrected.held_on = Set(Some(held));
    corrected.figures_as_of = Set(as_of);
    if let Some(result) = input.result {
        corrected.result = Set(Some(result.0));
    }
    if let Some(file) = input.file_reference {
        corrected.file_reference = Set(Some(file.0));
    }
    Ok(change.update(&checkpoint, corrected).await?.id)
}
