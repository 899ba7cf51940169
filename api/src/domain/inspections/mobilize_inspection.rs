//! Train and mobilize the people of an inspection.

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

/// What mobilizing an inspection takes.
#[derive(Debug, Input)]
pub struct MobilizeInspectionInput {
    /// The inspection (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that the people of an inspection are trained and mobilized (培训动员).
#[verb(Inspection)]
pub async fn mobilize_inspection(
    change: &mut Change,
    input: MobilizeInspectionInput,
) -> Result<Uuid> {
    let asked = Asked {
        inspection: &input.inspection,
        version: input.version,
        on: input.on,
    };
    let (_, row) = take(change, asked, |_, _| {}).await?;
    Ok(row.id)
}
