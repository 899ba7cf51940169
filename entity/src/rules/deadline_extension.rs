//! Extensions of deadlines, each with who approved it and why.

use sea_orm::entity::prelude::*;

/// One extension of a deadline (延期).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deadline_extension")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching organization of the deadline.
    pub dispatcher_id: Uuid,
    pub deadline_id: Uuid,
    /// Who approved it: name and post as on the approval.
    #[sea_orm(column_type = "Text")]
    pub approver: String,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Last day in time before the extension.
    pub old_due_on: Date,
    /// Last day in time after it.
    pub new_due_on: Date,
    /// Day of the approval.
    pub approved_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
