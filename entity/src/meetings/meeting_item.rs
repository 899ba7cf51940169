//! What stands on the agenda of a meeting.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a meeting does with an item of its agenda (议题种类).
    pub enum MeetingItemKind {
        /// Hears a report (听取汇报).
        Hear = "HEAR",
        /// Considers and decides (研究审议).
        Consider = "CONSIDER",
        /// Studies a document (学习).
        Study = "STUDY",
        /// Relays what a superior says (传达).
        Relay = "RELAY",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub ordinal: i32,
    pub kind: MeetingItemKind,
    pub title: String,
    /// The body that reports.
    pub reported_by_id: Option<Uuid>,
    /// The rule document studied or relayed, when it is in a register.
    pub document_id: Option<Uuid>,
    /// What is studied or relayed, when it is in none.
    pub document_title: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
