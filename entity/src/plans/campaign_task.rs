//! A task of a campaign (活动任务).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a task of a campaign has come (任务状态).
    pub enum CampaignTaskStatus {
        /// To be done (待办).
        Open = "OPEN",
        /// Done (已完成).
        Done = "DONE",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign_task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub dispatcher_id: Uuid,
    pub title: String,
    pub owner_id: Uuid,
    pub status: CampaignTaskStatus,
    pub due_on: Date,
    pub done_on: Option<Date>,
    pub result: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
