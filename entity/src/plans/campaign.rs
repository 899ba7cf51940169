//! A year-long activity of an inspection body, such as a theme year (主题年活动).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far a campaign has come (活动状态).
    pub enum CampaignStatus {
        /// Under way (进行中).
        Running = "RUNNING",
        /// Closed, with its result (已结束).
        Closed = "CLOSED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub year: i32,
    pub name: String,
    pub status: CampaignStatus,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub result: Option<String>,
    pub plan_id: Option<Uuid>,
    pub plan_clause: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
