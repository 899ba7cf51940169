//! Something that a place does for the inspection of a superior.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What is done for the inspection of a superior (配合事项类别).
    pub enum SuperiorTaskKind {
        /// Deliver material (提供材料).
        Material = "MATERIAL",
        /// Report an important problem that inspections of the place found (报告重要问题).
        ImportantProblem = "IMPORTANT_PROBLEM",
        /// Send people (选派人员).
        Personnel = "PERSONNEL",
        /// Connect, accompany, provide for its work (联络保障).
        Liaison = "LIAISON",
    }
}

vocabulary! {
    /// How far something done for the inspection of a superior has come (配合事项状态).
    pub enum SuperiorTaskStatus {
        /// To be done (待办).
        Open = "OPEN",
        /// Done (已完成).
        Done = "DONE",
        /// The superior needs it no more (已撤销).
        Withdrawn = "WITHDRAWN",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "superior_task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub superior_inspection_id: Uuid,
    /// The dispatcher whose place is inspected.
    pub dispatcher_id: Uuid,
    pub kind: SuperiorTaskKind,
    pub content: String,
    /// The organization that does it.
    pub owner_id: Uuid,
    pub status: SuperiorTaskStatus,
    pub asked_on: Date,
    pub due_on: Date,
    pub done_on: Option<Date>,
    /// What came of it, or why it is needed no more.
    pub outcome: Option<String>,
    /// The document with which it was delivered.
    pub document_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
