//! Record the entry of one's own side.

use inspectorate_entity::joint_operations::joint_operation::{self, JointStatus};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates::{self, Entry},
    joint_operation::JointOperation,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    blocks::setting,
    domain::coverage::gates::{day_done, not_after, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording the entry of one's own side takes.
#[derive(Debug, Input)]
pub struct EnterJointOperationInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The day, not in the future, and in the period of the operation; today when left out (进点日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that your side entered (登记进点). Where the mode says so all sides enter on the same day, or as many days apart as the setting
/// `JOINT_ENTRY_TOLERANCE_DAYS` lets them, or audit first; with the last one the operation is entered.
#[verb(JointOperation)]
pub async fn enter_joint_operation(
    change: &mut Change,
    input: EnterJointOperationInput,
) -> Result<Uuid> {
    let operation = change
        .related_alone::<joint_operation::Entity, _>("operation", &input.operation)
        .await?;
    let sides = sides(change, operation.id).await?;
    take(change, &operation, &sides).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, operation.starts_on, "input.on")?;
    not_after(day, operation.ends_on, "input.on")?;
    let settings = setting::of_change(change, operation.dispatcher_id, change.today()).await?;
    let tolerance = settings.number(setting::JOINT_ENTRY_TOLERANCE_DAYS);
    let own = change.viewer().organization_id;
    let (own, others): (Vec<_>, Vec<_>) = sides
        .into_iter()
        .partition(|side| side.organization_id == own);
    let entries: Vec<Entry> = others
        .iter()
        .map(|other| Entry {
            agency: other.agency,
            entered_on: other.entered_on,
        })
        .collect();
    for side in &own {
        gates::enters_as_agreed(operation.mode, side.agency, day, tolerance, &entries)?;
        let mut entered = side.clone().into_active_model();
        entered.entered_on = Set(Some(day));
        change.update(side, entered).await?;
    }
    if entries.iter().all(|other| other.entered_on.is_some()) {
        let last = entries.iter().filter_map(|other| other.entered_on).max();
        let mut entered = operation.clone().into_active_model();
        entered.status = Set(JointStatus::Entered);
        entered.entered_on = Set(Some(last.map_or(day, |last| last.max(day))));
        change.update(&operation, entered).await?;
    }
    Ok(operation.id)
}
