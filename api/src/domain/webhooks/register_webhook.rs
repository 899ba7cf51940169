//! Register an address that is told of events.

use inspectorate_entity::{
    journal::event_seal,
    vocabulary::Vocabulary as _,
    webhooks::webhook::{self, WebhookStatus},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{gates, webhook::Webhook};
use crate::{
    access::change::Change,
    blocks::webhook::{PREFIX, new_key},
    error::{Error, Result},
    graphql::text::{Line, Name},
};

/// What registering a webhook takes.
#[derive(Debug, Input)]
pub struct RegisterWebhookInput {
    /// The address, `https://…` without user name: its host stands in the operator's list `WEBHOOK_ALLOW`, and it is one of the public internet unless the operator has set `WEBHOOK_PRIVATE` (推送地址).
    pub url: Line<2000>,
    /// Nouns of whose records it hears, such as `Inspection`, at most 50; all when left out (对象类别筛选).
    pub nouns: Option<Vec<Name>>,
    /// Mutations of which it hears, such as `enterInspection`, at most 50; all when left out (动作筛选).
    pub actions: Option<Vec<Name>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same without the secret (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Register an address that is told of the events that the viewer's agency may see (登记推送订阅), from now on. The secret that its calls are
/// signed with is answered by this call only.
#[verb(Webhook)]
pub async fn register_webhook(change: &mut Change, input: RegisterWebhookInput) -> Result<Uuid> {
    let viewer = change.viewer().clone();
    let url = viewer.targets.check(&input.url.0)?;
    let noun_filter = gates::nouns_are_read(&viewer, input.nouns.as_deref())?;
    let action_filter = gates::actions_are_heard_of(&viewer, input.actions.as_deref())?;
    let own = Condition::all()
        .add(webhook::Column::OrganizationId.eq(viewer.organization_id))
        .add(webhook::Column::Agency.eq(viewer.agency.as_str()))
        .add(webhook::Column::Status.ne(WebhookStatus::Ended));
    let standing = change.rows::<webhook::Entity>(own).await?;
    gates::so_few(standing.len())?;
    let position = end_of_log(change).await?;
    let key = new_key();
    change.tell_once(format!("{PREFIX}{key}"));
    let registered = webhook::ActiveModel {
        organization_id: Set(viewer.organization_id),
        agency: Set(viewer.agency.as_str().to_owned()),
        url: Set(url.into()),
        noun_filter: Set(noun_filter),
        action_filter: Set(action_filter),
        status: Set(WebhookStatus::Active),
        position: Set(position),
        attempts: Set(0),
        last_attempt_at: Set(None),
        next_attempt_at: Set(None),
        last_error: Set(None),
        signing_key: Set(key),
        previous_key: Set(None),
        previous_until: Set(None),
        claimed_by: Set(None),
        claimed_until: Set(None),
        ..Default::default()
    };
    Ok(change.insert(registered).await?.id)
}

/// Position of the last sealed event.
pub async fn end_of_log(change: &Change) -> Result<i64> {
    let seal = change.rows::<event_seal::Entity>(Condition::all()).await?;
    let seal = seal.first();
    let seal = seal.ok_or_else(|| Error::internal("the table event_seal has lost its row"))?;
    Ok(seal.position)
}
