//! Rule documents: what a place works by, from its inventory to its end.

use sea_orm::entity::prelude::*;

use crate::{organizations::agency_registration::Agency, vocabulary::vocabulary};

vocabulary! {
    /// Where a rule document stands in the system of rules (制度层次).
    pub enum RuleTier {
        /// Implementing measures, on which everything else rests (核心制度).
        Core = "CORE",
        /// Rules of process, which carry the core (支撑制度).
        Supporting = "SUPPORTING",
        /// Everything that goes into detail (配套制度).
        Detailed = "DETAILED",
    }
}

vocabulary! {
    /// Whose rule it is (制度类别).
    pub enum RuleKind {
        /// Made by the place itself for its inspection work (自建制度).
        Own = "OWN",
        /// Made because something that was found had to be put right (整改建章立制).
        FromRectification = "FROM_RECTIFICATION",
        /// Made above the place, which has to go by it (上级制度).
        OfSuperior = "OF_SUPERIOR",
    }
}

vocabulary! {
    /// How this wording came about (制度形成方式).
    pub enum RuleMaking {
        /// A rule that was not there before (新建).
        New = "NEW",
        /// A new wording of one that was (修订完善).
        Revision = "REVISION",
    }
}

vocabulary! {
    /// How far a rule document has come (制度状态).
    pub enum RuleStatus {
        /// In the inventory; not established yet, or not yet said to be (梳理在册).
        Inventoried = "INVENTORIED",
        /// In force on trial (试行).
        OnTrial = "ON_TRIAL",
        /// In force (正式施行).
        Formal = "FORMAL",
        /// Gave way to a new wording of itself (已修订).
        Revised = "REVISED",
        /// Gave way to another rule document (已被替代).
        Replaced = "REPLACED",
        /// Taken out of force (已废止).
        Abolished = "ABOLISHED",
    }
}

vocabulary! {
    /// What made a rule necessary (制度成因).
    pub enum RuleCause {
        /// A problem that an inspection found (巡视巡察发现问题).
        Finding = "FINDING",
        /// A problem that many have in common (普遍性问题).
        CommonProblem = "COMMON_PROBLEM",
        /// A visit of guidance by a superior inspection body (指导督导).
        GuidanceVisit = "GUIDANCE_VISIT",
        /// A rule of a superior, which the place carries out (上级制度要求).
        SuperiorRule = "SUPERIOR_RULE",
    }
}

/// A rule document (制度) in one wording; a revision is a new row that the old one names.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching organization that keeps it in its register; null when it ships with the service.
    pub dispatcher_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub number: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub english_title: Option<String>,
    /// Who issued it, as printed.
    #[sea_orm(column_type = "Text")]
    pub issuer: String,
    /// The agency as which the issuer acted.
    pub issuing_agency: Agency,
    pub kind: RuleKind,
    pub making: RuleMaking,
    /// Which wording this is, counted from 1.
    pub edition: i32,
    pub tier: Option<RuleTier>,
    pub parent_id: Option<Uuid>,
    /// The item of the basic list that it answers.
    pub required_rule_id: Option<Uuid>,
    /// The process that it governs, as a code of the list GOVERNED_PROCESS.
    pub governs_id: Option<Uuid>,
    pub cause_kind: Option<RuleCause>,
    #[sea_orm(column_type = "Text", nullable)]
    pub cause: Option<String>,
    pub cause_rule_id: Option<Uuid>,
    pub status: RuleStatus,
    pub issued_on: Option<Date>,
    /// The year of issue; known also where the day is not.
    pub issued_year: Option<i32>,
    pub effective_on: Option<Date>,
    /// Until when a rule on trial is to be reviewed.
    pub review_due_on: Option<Date>,
    /// Last day in force.
    pub ended_on: Option<Date>,
    #[sea_orm(column_type = "Text", nullable)]
    pub end_reason: Option<String>,
    pub replaced_by_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub source: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
