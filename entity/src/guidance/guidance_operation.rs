//! A superior's guidance of the inspection bodies below it.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far an operation of guidance has come (指导督导状态).
    pub enum GuidanceStatus {
        /// Its groups are being formed (组建中).
        Forming = "FORMING",
        /// Its groups visit the bodies below (开展中).
        UnderWay = "UNDER_WAY",
        /// Ended: all were visited, and every suggestion is answered (已结束).
        Closed = "CLOSED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guidance_operation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher that guides.
    pub dispatcher_id: Uuid,
    pub name: String,
    pub year: i32,
    pub starts_on: Date,
    pub status: GuidanceStatus,
    pub closed_on: Option<Date>,
    pub summary: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
