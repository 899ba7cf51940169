//! Something that one party of a mechanism shares with another.

use sea_orm::entity::prelude::*;

use super::coordination_request::InformationClass;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What agencies share and use together (共享内容).
    pub enum SharedKind {
        /// Information (信息).
        Information = "INFORMATION",
        /// Resources such as rooms, systems and means (资源).
        Resource = "RESOURCE",
        /// People (力量).
        Force = "FORCE",
        /// Results of supervision (监督成果).
        Result = "RESULT",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shared_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub mechanism_id: Uuid,
    pub kind: SharedKind,
    pub giver_id: Uuid,
    pub receiver_id: Uuid,
    pub class: InformationClass,
    pub content: String,
    pub shared_on: Date,
    /// To what use the receiver put it.
    pub use_made: Option<String>,
    pub used_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
