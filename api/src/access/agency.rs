//! Who acts: the agencies of inspection work and the roles in them.

use async_graphql::resolver_utils::EnumType;

/// The agencies of inspection work (机关), as a token names them.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    async_graphql::Enum,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Agency {
    /// Dispatching Party organization and its secretary (派出巡视组的党组织).
    Dispatcher,
    /// Leading group for inspection work and its member units (巡视巡察工作领导小组).
    LeadingGroup,
    /// Inspection office (巡视办、巡察办).
    Office,
    /// Inspection team (巡视组、巡察组).
    Team,
    /// Inspected Party organization (被巡视巡察党组织).
    Object,
    /// Discipline inspection and supervision organs (纪检监察机关).
    Discipline,
    /// Organization department (组织部门).
    Organization,
    /// Audit organ (审计机关).
    Audit,
    /// Propaganda department (宣传部).
    Propaganda,
    /// Functional, competent and regulatory departments (职能部门、主管部门、监管部门).
    Functional,
    /// Petitions office (信访部门).
    Petitions,
    /// Political-legal organs (政法机关).
    PoliticalLegal,
    /// Working committee of city organs, departmental Party committee (机关工委、机关党委).
    WorkingCommittee,
    /// Internal-control department of an enterprise (内控部).
    InternalControl,
    /// Office of the people's congress standing committee (人大常委会办公室).
    Congress,
    /// Office of the people's political consultative conference (政协办公室).
    Cppcc,
    /// Superior inspection body (上级巡视巡察机构).
    Superior,
    /// Leader in charge of the sector (分管领导).
    SectorLeader,
}

/// What a person may do for the agency (角色); each role includes what stands above it in this list.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    async_graphql::Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads, and writes nothing (查看).
    Viewer,
    /// Prepares and records (经办).
    Handler,
    /// Decides (审批).
    Approver,
    /// Keeps the registry and the settings (管理).
    Admin,
}

impl Agency {
    pub const ALL: &'static [Self] = &[
        Self::Dispatcher,
        Self::LeadingGroup,
        Self::Office,
        Self::Team,
        Self::Object,
        Self::Discipline,
        Self::Organization,
        Self::Audit,
        Self::Propaganda,
        Self::Functional,
        Self::Petitions,
        Self::PoliticalLegal,
        Self::WorkingCommittee,
        Self::InternalControl,
        Self::Congress,
        Self::Cppcc,
        Self::Superior,
        Self::SectorLeader,
    ];

    /// The spelling in tokens, in the registry and in the schema.
    pub fn as_str(self) -> &'static str {
        spelling(self)
    }
}

impl Role {
    /// The spelling in the schema; tokens write it in small letters.
    pub fn as_str(self) -> &'static str {
        spelling(self)
    }
}

fn spelling<E: EnumType>(value: E) -> &'static str {
    let mut items = E::items().iter();
    items
        .find(|item| item.value == value)
        .map_or("", |item| item.name)
}
