//! A person who sits in a leading group.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A post in a leading group (领导小组职务).
    pub enum LeadingGroupPost {
        /// Leader; one at a time (组长).
        Leader = "LEADER",
        /// Executive deputy leader (常务副组长).
        ExecutiveDeputy = "EXECUTIVE_DEPUTY",
        /// Deputy leader (副组长).
        Deputy = "DEPUTY",
        /// Member (成员).
        Member = "MEMBER",
    }
}

/// A seat in a leading group, from when until when.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "leading_group_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The group.
    pub leading_group_id: Uuid,
    /// The dispatcher of the group.
    pub dispatcher_id: Uuid,
    /// The person.
    pub person_id: Uuid,
    /// The post in the group.
    pub post: LeadingGroupPost,
    /// First day on which it holds.
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds.
    pub ends_on: Option<Date>,
    /// Number of the last change; a writer names the version it saw.
    pub version: i32,
    /// When the record was made.
    pub created_at: DateTimeUtc,
    /// When the record last changed.
    pub updated_at: DateTimeUtc,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
