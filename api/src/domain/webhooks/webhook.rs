//! An address that is told of events.

use inspectorate_entity::{vocabulary::Vocabulary as _, webhooks::webhook::WebhookStatus};
use inspectorate_macros::Noun;

use super::webhook_life_cycle::webhook_actions;
use crate::{
    access::{policy::Agency, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::scalars::DateTime,
    read::{Batch, One},
};

/// An address that is told of events as they are sealed, signed as Standard Webhooks asks it (推送订阅). It is told which event and of which
/// record, never of contents: those are asked for by `node` with a token. It hears what its owner's agency may see at that moment in the
/// role VIEWER, in the order of the log, each event at least once with the same `webhook-id`; while the body is not registered it
/// hears nothing. Only the body and agency that registered it read it. The secret is told once by the verb that makes it and read by
/// nobody afterwards; the database holds it as it is, so keep the database's disks encrypted.
#[derive(Noun)]
#[noun(table = "webhook", plural = "webhooks", reads = ReadWebhooks, visible = visible_to, order(-created_at))]
pub struct Webhook {
    /// The body that registered it (登记单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The agency as which it did, by its code (登记机关).
    #[noun(filter)]
    pub agency: String,
    /// The address that is called by POST (推送地址).
    #[noun(filter)]
    pub url: String,
    /// Nouns of whose records it hears, such as `Inspection`; empty for all (对象类别筛选).
    #[noun(computed = nouns, needs(noun_filter: String))]
    pub nouns: Vec<String>,
    /// Mutations of which it hears, such as `enterInspection`; empty for all (动作筛选).
    #[noun(computed = actions, needs(action_filter: String))]
    pub actions: Vec<String>,
    /// Whether it is delivered to (状态).
    #[noun(filter, order)]
    pub status: WebhookStatus,
    /// Up to which position of the log it was delivered or passed over (已推送序号).
    pub position: i64,
    /// How often the event that waits was tried in vain (失败次数).
    pub attempts: i32,
    /// When its receiver was called last; null when it never was (最近推送时间).
    pub last_attempt_at: Option<DateTime>,
    /// When the event that waits is tried again; null when none waits (下次推送时间).
    pub next_attempt_at: Option<DateTime>,
    /// Why the last call was in vain; null when it was not, or there was none (最近失败原因).
    pub last_error: Option<String>,
    /// Until when it is signed with the old secret as well; null when there is none (旧密钥失效时间).
    pub previous_until: Option<DateTime>,
    /// When it was registered (登记时间).
    #[noun(filter, order)]
    pub created_at: DateTime,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = webhook_actions, needs(status: WebhookStatus))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The same body, acting as the same agency, and nobody else.
fn visible_to(viewer: &Viewer) -> Visible {
    let others = Agency::ALL
        .iter()
        .filter(|agency| **agency != viewer.agency);
    Visible::All(vec![
        Visible::Is("organization_id", viewer.organization_id),
        Visible::NoneOf("agency", others.map(|agency| agency.as_str()).collect()),
    ])
}

async fn nouns(batch: &Batch<'_>) -> Result<Vec<Vec<String>>> {
    Ok(words(batch, "noun_filter"))
}

async fn actions(batch: &Batch<'_>) -> Result<Vec<Vec<String>>> {
    Ok(words(batch, "action_filter"))
}

fn words(batch: &Batch<'_>, column: &str) -> Vec<Vec<String>> {
    let of = |row| {
        let words = batch.text(row, column).unwrap_or_default();
        words.split_whitespace().map(str::to_owned).collect()
    };
    (0..batch.len()).map(of).collect()
}
