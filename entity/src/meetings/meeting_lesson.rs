//! What a review meeting learnt, and what took it up.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a lesson asks to be changed (经验教训的落点).
    pub enum LessonAim {
        /// A rule document (制度).
        Rule = "RULE",
        /// A process or focus template, or another checklist (模板、清单).
        Template = "TEMPLATE",
        /// Something else (其他).
        Other = "OTHER",
    }
}

vocabulary! {
    /// How far a lesson has come (经验教训状态).
    pub enum LessonStatus {
        /// Not taken up yet (待采纳).
        Open = "OPEN",
        /// Taken up (已采纳).
        TakenUp = "TAKEN_UP",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_lesson")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    /// The dispatcher in whose work the meeting was held.
    pub dispatcher_id: Uuid,
    /// The round at which the meeting looked back.
    pub round_id: Uuid,
    /// The team from whose work it was learnt.
    pub team_id: Option<Uuid>,
    pub ordinal: i32,
    pub content: String,
    pub aim: LessonAim,
    pub status: LessonStatus,
    /// The rule document that took it up.
    pub rule_id: Option<Uuid>,
    /// The checklist that took it up.
    pub checklist_id: Option<Uuid>,
    pub taken_up_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
