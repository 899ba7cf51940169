//! Deliver nothing to a webhook any more.

use inspectorate_entity::webhooks::webhook;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{webhook::Webhook, webhook_life_cycle::take};
use crate::{access::change::Change, error::Result, graphql::node_id::GlobalId};

/// What ending a webhook takes.
#[derive(Debug, Input)]
pub struct EndWebhookInput {
    /// The webhook (推送订阅).
    pub webhook: GlobalId<Webhook>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Deliver nothing to a webhook any more (终止推送订阅); that it was stays on record, its secrets are forgotten.
#[verb(Webhook)]
pub async fn end_webhook(change: &mut Change, input: EndWebhookInput) -> Result<Uuid> {
    let webhook = change
        .subject::<webhook::Entity, _>("webhook", &input.webhook, input.version)
        .await?;
    let status = take(change, &webhook)?;
    let mut changed = webhook.clone().into_active_model();
    changed.signing_key = Set(String::new());
    changed.previous_key = Set(None);
    changed.previous_until = Set(None);
    changed.next_attempt_at = Set(None);
    changed.status = Set(status);
    Ok(change.update(&webhook, changed).await?.id)
}
