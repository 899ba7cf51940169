//! Close an operation of guidance.

use inspectorate_entity::guidance::guidance_operation;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{guidance_operation::GuidanceOperation, operation_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What closing an operation of guidance takes.
#[derive(Debug, Input)]
pub struct CloseGuidanceInput {
    /// The operation (指导督导).
    pub operation: GlobalId<GuidanceOperation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it (工作总结).
    pub summary: Paragraph,
    /// The day on which it ended, not in the future, nor before it began; today when left out (结束日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Close an operation of guidance (结束指导督导): every dispatcher directly below was visited, and every suggestion is answered.
#[verb(GuidanceOperation)]
pub async fn close_guidance(change: &mut Change, input: CloseGuidanceInput) -> Result<Uuid> {
    let operation = change
        .subject::<guidance_operation::Entity, _>("operation", &input.operation, input.version)
        .await?;
    let status = take(change, &operation, "input.operation").await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, operation.starts_on, "input.on")?;
    let mut closed = operation.clone().into_active_model();
    closed.status = Set(status);
    closed.closed_on = Set(Some(day));
    closed.summary = Set(Some(input.summary.0));
    Ok(change.update(&operation, closed).await?.id)
}
