//! The standard and the posts that an inspection body is given.

use sea_orm::entity::prelude::*;

/// The establishment of a body (机构编制) for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_establishment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The body.
    pub organization_id: Uuid,
    /// The standard to which it is built, such as that of a working organ of the Party committee; null when not recorded.
    pub institution_standard: Option<String>,
    /// Posts approved; null when not recorded.
    pub posts: Option<i32>,
    /// Full-time staff; null when not recorded.
    pub full_time_staff: Option<i32>,
    /// The body that approved it; null when not recorded.
    pub approved_by: Option<String>,
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
