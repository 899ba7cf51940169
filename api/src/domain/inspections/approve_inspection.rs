//! Approve an inspection.

use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    announcing, dispatch,
    inspection::Inspection,
    inspection_step::{Asked, take},
};
use crate::{
    access::change::Change,
    domain::processes::binding,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What approving an inspection takes.
#[derive(Debug, Input)]
pub struct ApproveInspectionInput {
    /// The inspection (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Approve an inspection (批准巡察): its dispatcher's agencies see it from now on, and its organization too when the round is announced.
#[verb(Inspection)]
pub async fn approve_inspection(
    change: &mut Change,
    input: ApproveInspectionInput,
) -> Result<Uuid> {
    let asked = Asked {
        inspection: &input.inspection,
        version: input.version,
        on: input.on,
    };
    let (_, approved) = take(change, asked, |inspection, day| {
        inspection.approved_on = Set(Some(day));
    })
    .await?;
    dispatch::open(change, &approved).await?;
    announcing::follow_round(change, &approved).await?;
    binding::of_inspection(change, &approved).await?;
    Ok(approved.id)
}
