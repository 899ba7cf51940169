//! A side of a joint operation.

use sea_orm::entity::prelude::*;

use crate::{organizations::agency_registration::Agency, vocabulary::vocabulary};

vocabulary! {
    /// What a side does in a joint operation (联动分工).
    pub enum JointRole {
        /// It leads (牵头).
        Lead = "LEAD",
        /// It takes part (参加).
        Participant = "PARTICIPANT",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_operation_party")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub operation_id: Uuid,
    pub organization_id: Uuid,
    /// As which agency it takes part.
    pub agency: Agency,
    pub role: JointRole,
    pub agreed_on: Option<Date>,
    pub entered_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
