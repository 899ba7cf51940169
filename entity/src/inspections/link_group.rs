//! Inspections that act together: of one matter on several levels, or of one sector block.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How inspections are linked (联动方式).
    pub enum LinkKind {
        /// Several levels look into one department or matter at the same time (上下联动).
        Vertical = "VERTICAL",
        /// Several levels inspect one sector block at the same time (板块联动).
        Block = "BLOCK",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub kind: LinkKind,
    pub name: String,
    /// Code of the list `SECTOR`: the block that is inspected.
    pub sector_code: Option<String>,
    /// The department or matter on which the levels act together.
    pub matter: Option<String>,
    /// The superior's operation with which it goes in step.
    pub superior_operation: Option<String>,
    /// The superior's operation, where the place keeps it as a record.
    pub superior_inspection_id: Option<Uuid>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
