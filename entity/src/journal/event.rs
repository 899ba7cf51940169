//! One verb that was carried out.

use sea_orm::entity::prelude::*;

/// What one call of a verb changed. Written once with the change itself; sealing fills the last three columns, once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When it was done, to the microsecond, which is what both databases keep.
    pub occurred_at: DateTimeUtc,
    /// The mutation, such as `renameOrganization`; in the time before the first release `RenameOrganization`.
    pub action: String,
    /// The noun of the record that it was done to.
    pub noun: String,
    /// The record that it was done to.
    pub subject_id: Uuid,
    /// The agency for which it was done.
    pub agency: String,
    /// The body for which it was done.
    pub organization_id: Uuid,
    /// Stable id of the person who did it.
    pub actor_subject: String,
    /// Name of the person who did it, as the token gave it.
    pub actor_name: String,
    /// The person's roles, in their order, separated by spaces.
    pub roles: String,
    /// Every field that changed: JSON array of `{noun, id, field, old, new}`.
    pub changes: String,
    /// The key that the client gave the call; null when it gave none.
    pub client_mutation_id: Option<String>,
    /// Place in the log, without gaps from 1; null until it is sealed.
    pub position: Option<i64>,
    /// Hash of the event before it, 64 hexadecimal digits; null until it is sealed.
    pub previous_hash: Option<String>,
    /// SHA-256 over everything above; null until it is sealed.
    pub hash: Option<String>,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
