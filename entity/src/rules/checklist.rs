//! Checklists: what must be kept to, answered or done, as versioned lists of items.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a checklist is for (清单种类).
    pub enum ChecklistKind {
        /// What members of a team must not do (纪律要求).
        Conduct = "CONDUCT",
        /// What must be true of findings and reports before they go on (质量要求).
        Quality = "QUALITY",
        /// What an inspection of such organizations has to answer (监督重点模板).
        Focus = "FOCUS",
        /// The steps of a process in their order (流程模板).
        Process = "PROCESS",
        /// What must be there before a step is taken (办理条件).
        Gate = "GATE",
    }
}

/// A checklist (清单) in one edition; a changed one is a new row with items of its own.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching organization that keeps it; null when it ships with the service.
    pub dispatcher_id: Option<Uuid>,
    /// Stable name, such as `FOUR_MUST_NOTS`.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    pub edition: i32,
    pub kind: ChecklistKind,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub name_zh: String,
    /// The type of inspected organizations for which it is, as a code of OBJECT_TYPE; null for all.
    #[sea_orm(column_type = "Text", nullable)]
    pub object_type: Option<String>,
    /// The sector for which it is, as a code of SECTOR; null for all.
    #[sea_orm(column_type = "Text", nullable)]
    pub sector_code: Option<String>,
    /// The rule document that prescribes it.
    pub rule_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub source: String,
    pub valid_from: Option<Date>,
    /// Last day on which it is used; null while it is.
    pub valid_to: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
