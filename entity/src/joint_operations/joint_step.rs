//! A step of the common plan of work of a joint operation.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a step of the common plan has come (联动工作步骤状态).
    pub enum JointStepStatus {
        /// To be done (待办).
        Open = "OPEN",
        /// Done (已完成).
        Done = "DONE",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub operation_id: Uuid,
    /// The dispatcher in whose work the operation stands.
    pub dispatcher_id: Uuid,
    pub ordinal: i32,
    pub content: String,
    /// The side that does it.
    pub owner_id: Uuid,
    pub status: JointStepStatus,
    pub planned_on: Date,
    pub due_on: Date,
    pub done_on: Option<Date>,
    pub outcome: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
