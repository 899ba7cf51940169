//! A target of a plan for a period (目标任务).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a target of a plan counts (目标指标).
    pub enum TargetIndicator {
        /// Objects covered (覆盖对象数).
        ObjectsCovered = "OBJECTS_COVERED",
        /// Covered objects as a share of those on the list, in per cent (全覆盖任务完成率).
        CompletionRate = "COMPLETION_RATE",
        /// Objects looked back at (回头看对象数).
        ObjectsLookedBack = "OBJECTS_LOOKED_BACK",
        /// Villages and communities covered (覆盖村、社区数).
        VillagesCovered = "VILLAGES_COVERED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_target")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub plan_id: Uuid,
    pub dispatcher_id: Uuid,
    pub indicator: TargetIndicator,
    /// The year that it is for; none when it is for the whole plan.
    pub year: Option<i32>,
    /// How many, or how many per cent.
    pub target: i32,
    pub focus: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
