//! Remind of a request.

use inspectorate_entity::coordination::{coordination_reminder, coordination_request};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{coordination_request::CoordinationRequest, request_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What reminding of a request takes.
#[derive(Debug, Input)]
pub struct RemindOfCoordinationRequestInput {
    /// The request (协作请求).
    pub request: GlobalId<CoordinationRequest>,
    /// What the reminder says (内容).
    pub content: Paragraph,
    /// The day, not in the future, nor before it was sent; today when left out (催办日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Remind of a request that your body sent and that waits for its answer (催办).
#[verb(CoordinationRequest)]
pub async fn remind_of_coordination_request(
    change: &mut Change,
    input: RemindOfCoordinationRequestInput,
) -> Result<Uuid> {
    let request = change
        .related_alone::<coordination_request::Entity, _>("request", &input.request)
        .await?;
    take(change, &request).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, request.sent_on, "input.on")?;
    change
        .insert(coordination_reminder::ActiveModel {
            request_id: Set(request.id),
            content: Set(input.content.0),
            reminded_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(request.id)
}
