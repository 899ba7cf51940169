//! The life cycle of a webhook (推送订阅): delivered to, with pauses, until it ends.

use inspectorate_entity::webhooks::webhook::{self, WebhookStatus};

use crate::{
    access::{change::Change, policy::Action},
    blocks::workflow::{AvailableAction, LifeCycle, Step},
    error::Result,
    read::Batch,
};

const STANDING: &[WebhookStatus] = &[
    WebhookStatus::Active,
    WebhookStatus::Paused,
    WebhookStatus::Failed,
];

/// A webhook from its registration to its end. The service itself leads it from ACTIVE to FAILED when an event was tried in vain as often
/// as `WEBHOOK_MAX_ATTEMPTS` says, and to ENDED when its receiver answers 410.
pub static WEBHOOK: LifeCycle<WebhookStatus, ()> = LifeCycle {
    noun: "Webhook",
    doc: "An address that is told of events (推送订阅). The service itself leads it from ACTIVE to FAILED when an event was tried in vain too often, and to ENDED when its receiver answers 410.",
    initial: WebhookStatus::Active,
    begun_by: Action::RegisterWebhook,
    steps: &[
        step(
            Action::PauseWebhook,
            "let events wait (暂停)",
            &[WebhookStatus::Active],
            Some(WebhookStatus::Paused),
        ),
        step(
            Action::ResumeWebhook,
            "deliver what has waited (恢复)",
            &[WebhookStatus::Paused, WebhookStatus::Failed],
            Some(WebhookStatus::Active),
        ),
        step(
            Action::RotateWebhookSecret,
            "make a new secret (更换密钥)",
            STANDING,
            None,
        ),
        step(
            Action::ReplayWebhook,
            "deliver again from a position on (重新推送)",
            STANDING,
            None,
        ),
        step(
            Action::EndWebhook,
            "deliver nothing any more (终止)",
            STANDING,
            Some(WebhookStatus::Ended),
        ),
    ],
};

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [WebhookStatus],
    to: Option<WebhookStatus>,
) -> Step<WebhookStatus, ()> {
    Step {
        action,
        doc,
        from,
        to,
        rules: &[],
        owed: false,
        deadline: None,
    }
}

/// The state to which the verb at hand leads the webhook, or what stands in the way.
pub fn take(change: &Change, webhook: &webhook::Model) -> Result<WebhookStatus> {
    WEBHOOK
        .take(change.action(), webhook.status, &())
        .map_err(|error| error.field("input.webhook"))
}

/// What the viewer may do with each webhook now.
pub async fn webhook_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    WEBHOOK.by_state(batch)
}
