//! Make a new secret.

use chrono::TimeDelta;
use inspectorate_entity::webhooks::webhook;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, webhook::Webhook, webhook_life_cycle::take};
use crate::{
    access::change::Change,
    blocks::webhook::{PREFIX, new_key},
    error::Result,
    graphql::node_id::GlobalId,
};

/// What making a new secret takes.
#[derive(Debug, Input)]
pub struct RotateWebhookSecretInput {
    /// The webhook (推送订阅).
    pub webhook: GlobalId<Webhook>,
    /// The version that you saw (版本).
    pub version: i32,
    /// For how many hours calls are signed with the old secret as well, 0 to 168; 24 when left out (旧密钥保留小时数).
    pub keep_old_hours: Option<i32>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Make a new secret for a webhook (更换签名密钥): calls are signed with both for a while, so that the receiver can change over. The new
/// one is answered by this call only.
#[verb(Webhook)]
pub async fn rotate_webhook_secret(
    change: &mut Change,
    input: RotateWebhookSecretInput,
) -> Result<Uuid> {
    let webhook = change
        .subject::<webhook::Entity, _>("webhook", &input.webhook, input.version)
        .await?;
    let status = take(change, &webhook)?;
    let hours = input.keep_old_hours.unwrap_or(24);
    gates::overlaps_for_a_while(hours)?;
    let key = new_key();
    change.tell_once(format!("{PREFIX}{key}"));
    let kept = hours > 0;
    let until = change.now() + TimeDelta::hours(i64::from(hours));
    let mut changed = webhook.clone().into_active_model();
    changed.previous_key = Set(kept.then(|| webhook.signing_key.clone()));
    changed.previous_until = Set(kept.then_some(until));
    changed.signing_key = Set(key);
    changed.status = Set(status);
    Ok(change.update(&webhook, changed).await?.id)
}
