//! Leave the organization.

use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    covering,
    inspection::Inspection,
    inspection_step::{Asked, take},
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording the departure takes.
#[derive(Debug, Input)]
pub struct LeaveInspectionInput {
    /// The inspection (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that the team has left the organization (撤点).
#[verb(Inspection)]
pub async fn leave_inspection(change: &mut Change, input: LeaveInspectionInput) -> Result<Uuid> {
    let asked = Asked {
        inspection: &input.inspection,
        version: input.version,
        on: input.on,
    };
    let (_, row) = take(change, asked, |inspection, day| {
        inspection.left_on = Set(Some(day));
    })
    .await?;
    covering::follow(change, &row).await?;
    Ok(row.id)
}
