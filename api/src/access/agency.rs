//! Who acts: the agencies of inspection work and the roles in them.

use async_graphql::resolver_utils::EnumType;
/// The agencies of inspection work: the registry's list is the one that tokens, permissions and the schema go by.
pub use inspectorate_entity::organizations::agency_registration::Agency;

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

impl Role {
    /// The spelling in the schema; tokens write it in small letters.
    pub fn as_str(self) -> &'static str {
        let mut items = Self::items().iter();
        items
            .find(|item| item.value == self)
            .map_or("", |item| item.name)
    }
}
