//! Ask the agencies that know the organization, before the team goes there.

use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    inspection::Inspection,
    inspection_step::{Asked, take},
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording the exchange before an inspection takes.
#[derive(Debug, Input)]
pub struct PreInformInspectionInput {
    /// The inspection (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that the agencies that know the organization were asked before the team goes there (巡前信息沟通).
#[verb(Inspection)]
pub async fn pre_inform_inspection(
    change: &mut Change,
    input: PreInformInspectionInput,
) -> Result<Uuid> {
    let asked = Asked {
        inspection: &input.inspection,
        version: input.version,
        on: input.on,
    };
    let (_, row) = take(change, asked, |_, _| {}).await?;
    Ok(row.id)
}
