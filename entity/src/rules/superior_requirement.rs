//! What superiors ask of a place.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a superior asked (上级要求来源).
    pub enum RequirementSource {
        /// At a meeting, such as the national inspection conference (会议部署).
        Meeting = "MEETING",
        /// In a document (文件要求).
        Document = "DOCUMENT",
        /// On a visit of guidance (指导督导).
        Guidance = "GUIDANCE",
    }
}

/// A requirement of a superior (上级要求), to be turned into measures of the place.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "superior_requirement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub source: RequirementSource,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Who asked, as printed.
    #[sea_orm(column_type = "Text")]
    pub issuer: String,
    /// What is asked; null when the title says it.
    #[sea_orm(column_type = "Text", nullable)]
    pub content: Option<String>,
    pub raised_on: Date,
    /// When it was relayed and studied; null when that is not recorded.
    pub relayed_on: Option<Date>,
    /// When the first measure under it was set; null while none is.
    pub answered_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
