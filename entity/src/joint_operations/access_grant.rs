//! What a joint operation opens to one of its sides.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A class of data that an agreement may open to a side (数据类别).
    pub enum DataClass {
        /// The inspections of the organizations in its scope, with what hangs on them (巡察情况).
        Inspection = "INSPECTION",
        /// The audits of the organizations in its scope, with what they found (审计情况).
        Audit = "AUDIT",
        /// What the other sides found in it (成果).
        Result = "RESULT",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_grant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub operation_id: Uuid,
    /// The dispatcher whose records it opens.
    pub dispatcher_id: Uuid,
    /// The body to which it opens them.
    pub receiver_id: Uuid,
    /// The organization whose records it opens.
    pub organization_id: Uuid,
    pub class: DataClass,
    pub starts_on: Date,
    /// Its last day; none when it lasts.
    pub ends_on: Option<Date>,
    /// The day on which every side had agreed.
    pub opened_on: Option<Date>,
    /// The day on which it was taken back.
    pub closed_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
