//! Change how many people a unit is to nominate, or until when.

use inspectorate_entity::staffing::secondment_quota;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, secondment_quota::SecondmentQuota};
use crate::{
    access::change::Change,
    domain::coverage::gates::own,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What changing a number to be nominated takes.
#[derive(Debug, Input)]
pub struct ChangeSecondmentQuotaInput {
    /// What was asked of the unit (选派任务).
    pub secondment_quota: GlobalId<SecondmentQuota>,
    /// The version that you saw (版本).
    pub version: i32,
    /// How many, 1 or more; leave it out to keep it (选派人数).
    pub number: Option<i32>,
    /// The last day for the nominations; leave it out to keep it (推荐截止日期).
    pub due_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Change how many people a unit is to nominate for a round, or until when (调整选派任务); what was asked before stands in the history.
#[verb(SecondmentQuota)]
pub async fn change_secondment_quota(
    change: &mut Change,
    input: ChangeSecondmentQuotaInput,
) -> Result<Uuid> {
    let (quota, version) = (&input.secondment_quota, input.version);
    let row = change
        .subject::<secondment_quota::Entity, _>("secondmentQuota", quota, version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.secondmentQuota")?;
    let number = input.number.unwrap_or(row.number);
    gates::asks_for_somebody(number)?;
    let mut changed = row.clone().into_active_model();
    changed.number = Set(number);
    changed.due_on = Set(input.due_on.map_or(row.due_on, |day| day.0));
    Ok(change.update(&row, changed).await?.id)
}
