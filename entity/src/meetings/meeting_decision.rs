//! What a meeting decided, and what became of it.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a decision of a meeting has come (议定事项状态).
    pub enum DecisionStatus {
        /// To be carried out (办理中).
        Open = "OPEN",
        /// Carried out (已落实).
        CarriedOut = "CARRIED_OUT",
        /// Taken back, for a reason (已撤销).
        Withdrawn = "WITHDRAWN",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    /// The dispatcher in whose work the meeting was held.
    pub dispatcher_id: Uuid,
    pub item_id: Option<Uuid>,
    pub ordinal: i32,
    pub content: String,
    /// The body that carries it out.
    pub owner_id: Uuid,
    pub responsible_id: Option<Uuid>,
    pub status: DecisionStatus,
    pub decided_on: Date,
    /// The last day that the meeting itself set; null when a deadline rule sets it.
    pub due_on: Option<Date>,
    pub result: Option<String>,
    pub carried_out_on: Option<Date>,
    pub withdrawal_reason: Option<String>,
    pub withdrawn_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
