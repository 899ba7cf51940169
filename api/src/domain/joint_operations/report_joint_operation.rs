//! Report the results of a joint operation, once for all sides.

use inspectorate_entity::joint_operations::joint_operation;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    joint_operation::JointOperation,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What reporting the results of a joint operation takes.
#[derive(Debug, Input)]
pub struct ReportJointOperationInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What the report is called, with its number where it has one (报告名称).
    pub report: Name,
    /// The day, not in the future, nor before every side entered; today when left out (报告日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Report the results of a joint operation, once for all of its sides (联合报告). From then on no result is added, and none is reported again.
#[verb(JointOperation)]
pub async fn report_joint_operation(
    change: &mut Change,
    input: ReportJointOperationInput,
) -> Result<Uuid> {
    let operation = change
        .subject::<joint_operation::Entity, _>("operation", &input.operation, input.version)
        .await?;
    let sides = sides(change, operation.id).await?;
    let status = take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let first = operation.entered_on.or(operation.agreed_on);
    not_before(day, first.unwrap_or(operation.requested_on), "input.on")?;
    let mut reported = operation.clone().into_active_model();
    reported.status = Set(status);
    reported.report = Set(Some(input.report.0));
    reported.reported_on = Set(Some(day));
    change.update(&operation, reported).await?;
    Ok(operation.id)
}
