//! Add a step to the common plan of work.

use inspectorate_entity::{
    joint_operations::{
        joint_operation,
        joint_step::{self, JointStepStatus},
    },
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    gates,
    joint_operation::JointOperation,
    joint_step::JointStep,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_after, not_before},
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
    read::noun::Noun as _,
};

/// What adding a step to the common plan of work takes.
#[derive(Debug, Input)]
pub struct PlanJointStepInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// What is to be done (内容).
    pub content: Paragraph,
    /// The side that does it; your own body when left out (承办单位).
    pub owner: Option<GlobalId<Organization>>,
    /// The last day in time, in the period of the operation (完成期限).
    pub due_on: Date,
    /// The day, not in the future, nor before every side agreed; today when left out (列入日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Add a step to the common plan of work of a joint operation, by one of its sides (制定同步工作计划).
#[verb(JointStep)]
pub async fn plan_joint_step(change: &mut Change, input: PlanJointStepInput) -> Result<Uuid> {
    let operation = change
        .related_alone::<joint_operation::Entity, _>("operation", &input.operation)
        .await?;
    let sides = sides(change, operation.id).await?;
    take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(
        day,
        operation.agreed_on.unwrap_or(operation.requested_on),
        "input.on",
    )?;
    not_before(input.due_on.0, operation.starts_on, "input.dueOn")?;
    not_after(input.due_on.0, operation.ends_on, "input.dueOn")?;
    let owner = match &input.owner {
        Some(id) => {
            let body = change
                .related::<organization::Entity, _>("owner", id)
                .await?;
            body.id
        }
        None => change.viewer().organization_id,
    };
    let sides: Vec<Uuid> = sides.iter().map(|side| side.organization_id).collect();
    gates::is_a_side(owner, &sides, "input.owner")?;
    let before = joint_step::Column::OperationId.eq(operation.id);
    let before = change.rows::<joint_step::Entity>(before).await?.len();
    let step = change
        .insert(joint_step::ActiveModel {
            operation_id: Set(operation.id),
            dispatcher_id: Set(operation.dispatcher_id),
            ordinal: Set(i32::try_from(before + 1).map_err(Error::internal)?),
            content: Set(input.content.0),
            owner_id: Set(owner),
            status: Set(JointStepStatus::Open),
            planned_on: Set(day),
            due_on: Set(input.due_on.0),
            done_on: Set(None),
            outcome: Set(None),
            ..Default::default()
        })
        .await?;
    change.touch(JointOperation::DEF, &[operation.id]).await?;
    Ok(step.id)
}
