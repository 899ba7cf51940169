//! Deliver again from a position on.

use inspectorate_entity::webhooks::webhook;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, register_webhook::end_of_log, webhook::Webhook, webhook_life_cycle::take};
use crate::{access::change::Change, error::Result, graphql::node_id::GlobalId};

/// What delivering again takes.
#[derive(Debug, Input)]
pub struct ReplayWebhookInput {
    /// The webhook (推送订阅).
    pub webhook: GlobalId<Webhook>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Position after which everything is delivered again, or from which on the rest is passed over: 0 to the end of the log (起始序号).
    pub after: i64,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Wind a webhook to a position of the log: what came after it is delivered again, with the same ids (重新推送).
#[verb(Webhook)]
pub async fn replay_webhook(change: &mut Change, input: ReplayWebhookInput) -> Result<Uuid> {
    let webhook = change
        .subject::<webhook::Entity, _>("webhook", &input.webhook, input.version)
        .await?;
    let status = take(change, &webhook)?;
    gates::lies_in_the_log(input.after, end_of_log(change).await?)?;
    let mut changed = webhook.clone().into_active_model();
    changed.position = Set(input.after);
    changed.attempts = Set(0);
    changed.next_attempt_at = Set(None);
    changed.status = Set(status);
    Ok(change.update(&webhook, changed).await?.id)
}
