//! One reading of contents that are kept in few hands.

use sea_orm::entity::prelude::*;

/// What somebody was shown of one noun at one moment. Written once, never altered; removed only when its time is over.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When it was read, to the microsecond, which is what both databases keep.
    pub occurred_at: DateTimeUtc,
    /// The fields of `Query`, `Mutation` or `Subscription` that the request asked for, separated by spaces.
    pub operation: String,
    /// The noun whose rows were read.
    pub noun: String,
    /// Its restricted fields that were read, separated by spaces; null when the noun is restricted as a whole.
    pub fields: Option<String>,
    /// How many rows were shown; 0 when they were only counted or looked for.
    pub row_count: i32,
    /// The agency for which it was read.
    pub agency: String,
    /// The body for which it was read.
    pub organization_id: Uuid,
    /// Stable id of the person who read it.
    pub actor_subject: String,
    /// Name of the person who read it, as the token gave it.
    pub actor_name: String,
    /// The person's roles, in their order, separated by spaces.
    pub roles: String,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
