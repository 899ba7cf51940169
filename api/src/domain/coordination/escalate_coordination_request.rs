//! Put an overdue request before the planners of the place.

use inspectorate_entity::coordination::coordination_request;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coordination_request::CoordinationRequest, request_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What putting an overdue request before the planners of the place takes.
#[derive(Debug, Input)]
pub struct EscalateCoordinationRequestInput {
    /// The request (协作请求).
    pub request: GlobalId<CoordinationRequest>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day, not in the future, nor before it was sent; today when left out (提请协调日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Put a request of your body whose last day is over before the leading group, its office and the dispatcher (提请协调), once; from then
/// on they see it.
#[verb(CoordinationRequest)]
pub async fn escalate_coordination_request(
    change: &mut Change,
    input: EscalateCoordinationRequestInput,
) -> Result<Uuid> {
    let request = change
        .subject::<coordination_request::Entity, _>("request", &input.request, input.version)
        .await?;
    let status = take(change, &request).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, request.sent_on, "input.on")?;
    let mut changed = request.clone().into_active_model();
    changed.status = Set(status);
    changed.escalated_on = Set(Some(day));
    Ok(change.update(&request, changed).await?.id)
}
