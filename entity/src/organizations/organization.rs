//! An organization and its place in the tree.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The level on which a body stands (层级).
    pub enum OrganizationLevel {
        /// The Party centre and central organs (中央).
        Central = "CENTRAL",
        /// A ministry, commission or central organ with its own Party group (部委).
        Ministry = "MINISTRY",
        /// A province, autonomous region or municipality (省、自治区、直辖市).
        Province = "PROVINCE",
        /// A prefecture-level city (设区市).
        City = "CITY",
        /// A county, district or county-level city (县、市、区).
        County = "COUNTY",
        /// A township, town or street (乡镇、街道).
        Township = "TOWNSHIP",
        /// A village or community (村、社区).
        Village = "VILLAGE",
        /// An enterprise or financial institution with its branches (企业、金融机构).
        Enterprise = "ENTERPRISE",
    }
}

vocabulary! {
    /// What kind of body an organization is (单位类型); it drives focus templates and comparison groups.
    pub enum OrganizationKind {
        /// Party committee of a place or unit (党委).
        PartyCommittee = "PARTY_COMMITTEE",
        /// Leading Party group of an organ (党组).
        PartyGroup = "PARTY_GROUP",
        /// Working committee sent by a Party committee, also of a development zone or of city organs (党工委、机关工委).
        PartyWorkingCommittee = "PARTY_WORKING_COMMITTEE",
        /// Commission for discipline inspection and supervision (纪委监委).
        DisciplineCommission = "DISCIPLINE_COMMISSION",
        /// Discipline inspection group stationed in a department (派驻纪检监察组).
        StationedGroup = "STATIONED_GROUP",
        /// Office of the leading group for inspection work (巡视办、巡察办).
        InspectionOffice = "INSPECTION_OFFICE",
        /// Numbered standing inspection team (巡视组、巡察组).
        InspectionTeam = "INSPECTION_TEAM",
        /// Working department of a Party committee, such as organization or propaganda (党委部门).
        PartyDepartment = "PARTY_DEPARTMENT",
        /// Party committee of the staff of a department (机关党委).
        DepartmentPartyCommittee = "DEPARTMENT_PARTY_COMMITTEE",
        /// Discipline committee of the staff of a department (机关纪委).
        DepartmentDisciplineCommittee = "DEPARTMENT_DISCIPLINE_COMMITTEE",
        /// Department of a government, such as audit or finance (政府部门).
        GovernmentDepartment = "GOVERNMENT_DEPARTMENT",
        /// Department inside a ministry (机关司局).
        MinistryDepartment = "MINISTRY_DEPARTMENT",
        /// Regional bureau of a ministry (监管局).
        RegionalBureau = "REGIONAL_BUREAU",
        /// Unit affiliated to a ministry (部属单位).
        AffiliatedUnit = "AFFILIATED_UNIT",
        /// Enterprise under the management of an organ (归口管理企业).
        ManagedEnterprise = "MANAGED_ENTERPRISE",
        /// State-owned enterprise (国有企业).
        StateEnterprise = "STATE_ENTERPRISE",
        /// Bank or other financial institution, or a branch of one (金融机构).
        FinancialInstitution = "FINANCIAL_INSTITUTION",
        /// School or university (学校).
        School = "SCHOOL",
        /// Hospital or other health institution (卫生健康机构).
        HealthInstitution = "HEALTH_INSTITUTION",
        /// Other public institution (事业单位).
        PublicInstitution = "PUBLIC_INSTITUTION",
        /// Trade union, youth league, women's federation and their like (群团组织).
        MassOrganization = "MASS_ORGANIZATION",
        /// Organ that enforces law (执法机关).
        EnforcementOrgan = "ENFORCEMENT_ORGAN",
        /// Court, procuratorate or other political-legal organ (政法机关).
        PoliticalLegalOrgan = "POLITICAL_LEGAL_ORGAN",
        /// Office of the standing committee of the people's congress (人大常委会办公室).
        CongressOffice = "CONGRESS_OFFICE",
        /// Office of the people's political consultative conference (政协办公室).
        CppccOffice = "CPPCC_OFFICE",
        /// Office for letters and visits (信访部门).
        PetitionsOffice = "PETITIONS_OFFICE",
        /// Township, town or street (乡镇、街道).
        Township = "TOWNSHIP",
        /// Village or community (村、社区).
        Village = "VILLAGE",
        /// Development zone (开发区).
        DevelopmentZone = "DEVELOPMENT_ZONE",
        /// Division inside an organization (内设机构、处室).
        Division = "DIVISION",
        /// Party general branch (党总支).
        PartyGeneralBranch = "PARTY_GENERAL_BRANCH",
        /// Party branch (党支部).
        PartyBranch = "PARTY_BRANCH",
        /// Body of another kind (其他).
        Other = "OTHER",
    }
}

/// A body of inspection work: one that sends teams, one that is inspected, one that works with either, or several of these.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Stable code by which tokens and scripts name it; unique.
    pub code: String,
    /// Full name now.
    pub name: String,
    /// Short name; null when it has none.
    pub short_name: Option<String>,
    /// English name; null when none is recorded.
    pub english_name: Option<String>,
    /// The level on which it stands.
    pub level: OrganizationLevel,
    /// What kind of body it is.
    pub kind: OrganizationKind,
    /// Code of its sector (板块); null when it belongs to none.
    pub sector_code: Option<String>,
    /// Bodies of similar function share this label (职能相近); null when none is recorded.
    pub function_group: Option<String>,
    /// Region by GB/T 2260; null for bodies without one.
    pub region_code: Option<String>,
    /// The body above it; null at the top.
    pub parent_id: Option<Uuid>,
    /// `/` and one segment for every body from the top down to this one, each ended by `/`.
    pub path: String,
    /// The dispatcher whose object it is today; null while it is no dispatcher's object.
    pub dispatcher_id: Option<Uuid>,
    /// When it was set up; null when not recorded.
    pub established_on: Option<Date>,
    /// Its last day; null while it exists.
    pub retired_on: Option<Date>,
    /// Why it ended; null while it exists.
    pub retirement_reason: Option<String>,
    /// The body that took it over; null unless it was merged.
    pub merged_into_id: Option<Uuid>,
    /// Everything by which people look for it, folded, one entry a line.
    pub search: String,
    /// Its name in pinyin, by which Chinese lists are ordered.
    pub pinyin: String,
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
