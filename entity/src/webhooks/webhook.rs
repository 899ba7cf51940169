//! An address that is told of events.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether a webhook is delivered to (推送订阅状态).
    pub enum WebhookStatus {
        /// Events are delivered (推送中).
        Active = "ACTIVE",
        /// Its owner wants nothing for now; events wait (已暂停).
        Paused = "PAUSED",
        /// It was tried in vain as often as the service tries; events wait until it is resumed (推送失败).
        Failed = "FAILED",
        /// Its owner ended it, or its receiver did by answering 410 (已终止).
        Ended = "ENDED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The body that registered it.
    pub organization_id: Uuid,
    /// The agency as which it did.
    pub agency: String,
    pub url: String,
    /// Nouns of the wanted events, separated by spaces; null for all.
    pub noun_filter: Option<String>,
    /// Actions of the wanted events, separated by spaces; null for all.
    pub action_filter: Option<String>,
    pub status: WebhookStatus,
    /// Up to which position of the log it was delivered or passed over.
    pub position: i64,
    /// How often the event that waits was tried in vain.
    pub attempts: i32,
    pub last_attempt_at: Option<DateTimeUtc>,
    pub next_attempt_at: Option<DateTimeUtc>,
    pub last_error: Option<String>,
    /// What it is signed with, base64; empty once it has ended. Never recorded, never read by clients.
    pub signing_key: String,
    /// What it was signed with before, until `previous_until`.
    pub previous_key: Option<String>,
    pub previous_until: Option<DateTimeUtc>,
    /// The instance that delivers it now.
    pub claimed_by: Option<Uuid>,
    /// Until when no other instance may.
    pub claimed_until: Option<DateTimeUtc>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
