//! What was found on an item of a checklist in an inspection.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What was found on an item of a checklist (办理、检查结果).
    pub enum ChecklistOutcome {
        /// The step was taken, the document is there (已完成).
        Done = "DONE",
        /// It was looked into, and a problem was found (发现问题).
        ProblemFound = "PROBLEM_FOUND",
        /// It was looked into, and no problem was found (未发现问题).
        NoProblem = "NO_PROBLEM",
        /// It does not apply here, for a reason that the note gives (不适用).
        NotApplicable = "NOT_APPLICABLE",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub inspection_id: Uuid,
    /// The dispatcher of the inspection.
    pub dispatcher_id: Uuid,
    pub item_id: Uuid,
    pub outcome: ChecklistOutcome,
    pub answered_on: Date,
    /// Where the document of the step is kept.
    pub file_reference: Option<String>,
    pub note: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
