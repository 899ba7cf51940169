//! Which agency an organization acts as.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// An agency of inspection work (机关), as a token names it.
    pub enum Agency {
        /// Dispatching Party organization and its secretary (派出巡视组的党组织).
        Dispatcher = "DISPATCHER",
        /// Leading group for inspection work and its member units (巡视巡察工作领导小组).
        LeadingGroup = "LEADING_GROUP",
        /// Inspection office (巡视办、巡察办).
        Office = "OFFICE",
        /// Inspection team (巡视组、巡察组).
        Team = "TEAM",
        /// Inspected Party organization (被巡视巡察党组织).
        Object = "OBJECT",
        /// Discipline inspection and supervision organs (纪检监察机关).
        Discipline = "DISCIPLINE",
        /// Organization department (组织部门).
        Organization = "ORGANIZATION",
        /// Audit organ (审计机关).
        Audit = "AUDIT",
        /// Propaganda department (宣传部).
        Propaganda = "PROPAGANDA",
        /// Functional, competent and regulatory departments (职能部门、主管部门、监管部门).
        Functional = "FUNCTIONAL",
        /// Petitions office (信访部门).
        Petitions = "PETITIONS",
        /// Political-legal organs (政法机关).
        PoliticalLegal = "POLITICAL_LEGAL",
        /// Working committee of city organs, departmental Party committee (机关工委、机关党委).
        WorkingCommittee = "WORKING_COMMITTEE",
        /// Internal-control department of an enterprise (内控部).
        InternalControl = "INTERNAL_CONTROL",
        /// Office of the people's congress standing committee (人大常委会办公室).
        Congress = "CONGRESS",
        /// Office of the people's political consultative conference (政协办公室).
        Cppcc = "CPPCC",
        /// Superior inspection body (上级巡视巡察机构).
        Superior = "SUPERIOR",
        /// Leader in charge of the sector (分管领导).
        SectorLeader = "SECTOR_LEADER",
    }
}

/// An organization acts as an agency in the jurisdiction of an authority, for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agency_registration")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The organization.
    pub organization_id: Uuid,
    /// The agency it acts as.
    pub agency: Agency,
    /// The authority in whose jurisdiction it acts: everything at or below it.
    pub authority_id: Uuid,
    /// The sector for which it is competent; null for all.
    pub sector_code: Option<String>,
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
