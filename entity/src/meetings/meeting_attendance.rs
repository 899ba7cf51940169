//! Who is called to a meeting, and who came.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether somebody who was called to a meeting came (到会情况).
    pub enum Presence {
        /// Called, and not recorded yet (应到).
        Expected = "EXPECTED",
        /// Came (到会).
        Present = "PRESENT",
        /// Did not come, for a reason (缺席).
        Absent = "ABSENT",
        /// Sent somebody else (委托他人参会).
        Substituted = "SUBSTITUTED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_attendance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    /// The person called; null when the body sends whom it will.
    pub person_id: Option<Uuid>,
    /// The body for which the person comes, or that is called.
    pub organization_id: Option<Uuid>,
    /// Whether the meeting needs it there; otherwise it only sits in.
    pub required: bool,
    pub presence: Presence,
    pub absence_reason: Option<String>,
    pub substitute_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
