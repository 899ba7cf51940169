//! One of the three fixed looks at an annual plan (年初有计划、年中有检查、年末有总结).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Which of the three looks of a year it is, in their order (节点种类).
    pub enum CheckpointKind {
        /// The plan at the start of the year (年初计划).
        Start = "START",
        /// The check in the middle of the year (年中检查).
        Mid = "MID",
        /// The summary at the end of the year (年末总结).
        End = "END",
    }
}

vocabulary! {
    /// Whether a checkpoint was held (节点状态).
    pub enum CheckpointStatus {
        /// Not held yet; missing once its day has passed (待办).
        Awaited = "AWAITED",
        /// Held, with its result (已完成).
        Held = "HELD",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_checkpoint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The annual plan.
    pub plan_id: Uuid,
    pub dispatcher_id: Uuid,
    pub kind: CheckpointKind,
    pub status: CheckpointStatus,
    pub due_on: Date,
    pub held_on: Option<Date>,
    pub result: Option<String>,
    /// Where the submitted file is kept.
    pub file_reference: Option<String>,
    /// The last day that the figures in the file take in.
    pub figures_as_of: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
