//! What a group of guidance suggests to a dispatcher below.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a suggestion of guidance has come (指导建议状态).
    pub enum SuggestionStatus {
        /// Made, and waiting for an answer (待答复).
        Made = "MADE",
        /// Answered by the guided body (已答复).
        Answered = "ANSWERED",
        /// Settled, as the superior found (已办结).
        Settled = "SETTLED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guidance_suggestion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub operation_id: Uuid,
    pub visit_id: Uuid,
    /// The dispatcher that is guided, which owes the answer.
    pub dispatcher_id: Uuid,
    /// The dispatcher that guides.
    pub guiding_id: Uuid,
    pub ordinal: i32,
    pub aspect: Option<String>,
    pub content: String,
    pub long_standing: bool,
    pub first_raised_on: Option<Date>,
    pub former_handlers: Option<String>,
    pub status: SuggestionStatus,
    pub made_on: Date,
    pub due_on: Option<Date>,
    pub answer: Option<String>,
    pub answered_on: Option<Date>,
    pub measure_id: Option<Uuid>,
    pub result: Option<String>,
    pub settled_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
