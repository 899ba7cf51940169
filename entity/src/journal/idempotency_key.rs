//! The keys by which clients repeat a call safely.

use sea_orm::entity::prelude::*;

/// A client used a key for a call: the same call again within a day gets the first answer.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    /// Agency, organization and person, as the token named them.
    #[sea_orm(primary_key, auto_increment = false)]
    pub client: String,
    /// The key, as the client wrote it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// The verb that was called.
    pub action: String,
    /// SHA-256 over verb and input: the same key with another input is refused.
    pub input_hash: String,
    /// The record of the first answer; null only inside the transaction of the first call.
    pub subject_id: Option<Uuid>,
    /// The event of the first answer; null when it changed nothing, and inside the transaction of the first call.
    pub event_id: Option<Uuid>,
    /// When the key was used first.
    pub created_at: DateTimeUtc,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
