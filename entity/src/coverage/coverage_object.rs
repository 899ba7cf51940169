//! An organization on the object list of a five-year plan (全覆盖对象).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Which inspections count as covering an object (所需巡视方式).
    pub enum RequiredMode {
        /// Only a routine inspection covers it (须常规巡视).
        Routine = "ROUTINE",
        /// A special or mobile inspection covers it as well (任一方式).
        AnyMode = "ANY_MODE",
    }
}

vocabulary! {
    /// How early an object is to be inspected (优先次序).
    pub enum Priority {
        /// In the order of its block (按板块顺序).
        Ordinary = "ORDINARY",
        /// Before the others of its block (优先纳入).
        High = "HIGH",
        /// Started first of all (首先启动).
        First = "FIRST",
    }
}

vocabulary! {
    /// How an organization was selected for a look-back (回头看抽取方式).
    pub enum LookBackSelection {
        /// By lot (随机抽取).
        Random = "RANDOM",
        /// Because there was need, for a reason that is recorded (按需选取).
        NeedsBased = "NEEDS_BASED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coverage_object")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub plan_id: Uuid,
    pub dispatcher_id: Uuid,
    pub organization_id: Uuid,
    pub block_id: Option<Uuid>,
    /// Entry of the dispatcher's list of object types (分类), such as `STATE_ENTERPRISE`.
    pub object_type: String,
    pub required_mode: RequiredMode,
    pub priority: Priority,
    pub priority_reason: Option<String>,
    pub priority_decision: Option<String>,
    /// The first time that an organization of this type is inspected (首次纳入).
    pub first_inclusion: bool,
    pub pilot: bool,
    pub listed_on: Date,
    /// Why it was added after the plan was approved.
    pub listing_reason: Option<String>,
    pub listing_decision: Option<String>,
    pub withdrawn_on: Option<Date>,
    pub withdrawal_reason: Option<String>,
    pub withdrawal_decision: Option<String>,
    /// The object of the same list that took it over.
    pub merged_into_id: Option<Uuid>,
    /// Its organization has ended while it stands on the list.
    pub organization_ended: bool,
    pub planned_look_back_on: Option<Date>,
    /// How it was selected for that; null in what was planned before it was asked.
    pub look_back_selection: Option<LookBackSelection>,
    pub look_back_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
