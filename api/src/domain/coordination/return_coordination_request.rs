//! Return a request.

use inspectorate_entity::coordination::coordination_request;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coordination_request::CoordinationRequest, request_life_cycle::take};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        rules::deadline_begun,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What returning a request takes.
#[derive(Debug, Input)]
pub struct ReturnCoordinationRequestInput {
    /// The request (协作请求).
    pub request: GlobalId<CoordinationRequest>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (退回原因).
    pub reason: Paragraph,
    /// The day, not in the future, nor before it was received; today when left out (退回日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Return a request that was sent to your body instead of taking it on (退回协作请求); its deadline is lifted on that day.
#[verb(CoordinationRequest)]
pub async fn return_coordination_request(
    change: &mut Change,
    input: ReturnCoordinationRequestInput,
) -> Result<Uuid> {
    let request = change
        .subject::<coordination_request::Entity, _>("request", &input.request, input.version)
        .await?;
    let status = take(change, &request).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(
        day,
        request.received_on.unwrap_or(request.sent_on),
        "input.on",
    )?;
    let mut changed = request.clone().into_active_model();
    changed.status = Set(status);
    changed.returned_on = Set(Some(day));
    changed.return_reason = Set(Some(input.reason.0));
    deadline_begun::lifted(change, request.id, day).await?;
    Ok(change.update(&request, changed).await?.id)
}
