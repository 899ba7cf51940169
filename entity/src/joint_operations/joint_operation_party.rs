//! A side of a joint operation.

use sea_orm::entity::prelude::*;

use crate::{organizations::agency_registration::Agency, vocabulary::vocabulary};

vocabulary! {
    /// What a side does in a joint operation (联动分工).
    pub enum JointRole {
        /// It leads (牵头).
        Lead = "LEAD",
        /// It takes part (参加).
        Participant = "PARTICIPANT",
    }
}

vocabulary! {
    /// What inspection is joined with by a side that does not inspect (“巡察+”类型).
    pub enum InspectionPlus {
        /// Inspection and audit (巡察+审计).
        Audit = "INSPECTION_PLUS_AUDIT",
        /// Inspection and petitions (巡察+信访).
        Petitions = "INSPECTION_PLUS_PETITIONS",
        /// Inspection and discipline inspection and supervision (巡察+纪检监察).
        Discipline = "INSPECTION_PLUS_DISCIPLINE",
        /// Inspection and organization work (巡察+组织).
        Organization = "INSPECTION_PLUS_ORGANIZATION",
        /// Inspection and propaganda (巡察+宣传).
        Propaganda = "INSPECTION_PLUS_PROPAGANDA",
        /// Inspection and functional, competent or regulatory departments (巡察+职能监督).
        Functional = "INSPECTION_PLUS_FUNCTIONAL",
        /// Inspection and political-legal organs (巡察+政法).
        PoliticalLegal = "INSPECTION_PLUS_POLITICAL_LEGAL",
        /// Inspection and the working committee of city organs (巡察+机关党建).
        WorkingCommittee = "INSPECTION_PLUS_WORKING_COMMITTEE",
        /// Inspection and internal control (巡察+内控).
        InternalControl = "INSPECTION_PLUS_INTERNAL_CONTROL",
        /// Inspection and the people's congress (巡察+人大监督).
        Congress = "INSPECTION_PLUS_CONGRESS",
        /// Inspection and the people's political consultative conference (巡察+政协监督).
        Cppcc = "INSPECTION_PLUS_CPPCC",
    }
}

vocabulary! {
    /// Which of the four kinds of supervision that are connected a side brings in (监督类别).
    pub enum SupervisionKind {
        /// Discipline supervision (纪律监督).
        Discipline = "DISCIPLINE",
        /// Supervision by the supervisory commission (监察监督).
        Supervision = "SUPERVISION",
        /// Supervision by a body stationed in an organization (派驻监督).
        Stationed = "STATIONED",
        /// Inspection supervision (巡视巡察监督).
        Inspection = "INSPECTION",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_operation_party")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub operation_id: Uuid,
    pub organization_id: Uuid,
    /// As which agency it takes part.
    pub agency: Agency,
    pub role: JointRole,
    pub agreed_on: Option<Date>,
    pub entered_on: Option<Date>,
    /// What it adds to inspection, where a side inspects.
    pub chain: Option<InspectionPlus>,
    pub supervision: Option<SupervisionKind>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
