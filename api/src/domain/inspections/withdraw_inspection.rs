//! Give an inspection up.

use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    inspection::Inspection,
    inspection_step::{Asked, take},
    marking,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What giving an inspection up takes.
#[derive(Debug, Input)]
pub struct WithdrawInspectionInput {
    /// The inspection (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why it is given up (理由).
    pub reason: Paragraph,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Give an inspection up (撤回) before its team enters; it stays on record with the reason.
#[verb(Inspection)]
pub async fn withdraw_inspection(
    change: &mut Change,
    input: WithdrawInspectionInput,
) -> Result<Uuid> {
    let asked = Asked {
        inspection: &input.inspection,
        version: input.version,
        on: input.on,
    };
    let reason = input.reason.0;
    let (before, withdrawn) = take(change, asked, |inspection, _| {
        inspection.withdrawal_reason = Set(Some(reason));
    })
    .await?;
    // A ring of places that it closed is open again.
    marking::renew(change, &[before, withdrawn.clone()]).await?;
    Ok(withdrawn.id)
}
