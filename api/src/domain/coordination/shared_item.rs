//! Something that one party of a mechanism shares with another.

use inspectorate_entity::coordination::{
    coordination_request::InformationClass, shared_item::SharedKind,
};
use inspectorate_macros::Noun;

use super::coordination_mechanism::CoordinationMechanism;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::One,
};

/// Information, a resource, people or a result that one party of a mechanism shares with another, and to what use it was put (共享事项).
/// The two see it, and nobody else.
#[derive(Noun)]
#[noun(table = "shared_item", plural = "sharedItems", reads = ReadCoordination, visible = visible_to, order(-shared_on))]
pub struct SharedItem {
    /// The dispatching Party organization in whose work the mechanism stands (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The mechanism by which it is shared (协作机制).
    #[noun(one = "mechanism_id", filter)]
    pub mechanism: One<CoordinationMechanism>,
    /// What it is (共享内容).
    #[noun(filter, order)]
    pub kind: SharedKind,
    /// Who shares it; null when the viewer may not see it, as one above the viewer's own place (提供单位).
    #[noun(one = "giver_id", filter)]
    pub giver: One<Organization>,
    /// With whom; null when the viewer may not see it, as one above the viewer's own place (接收单位).
    #[noun(one = "receiver_id", filter)]
    pub receiver: One<Organization>,
    /// Who may know of it (密级).
    #[noun(filter, order)]
    pub class: InformationClass,
    /// What is shared (内容).
    pub content: String,
    /// When it was shared (共享日期).
    #[noun(filter, order)]
    pub shared_on: Date,
    /// To what use the receiver put it; null until it says so (使用情况).
    pub use_made: Option<String>,
    /// When it was put to use; null until then (使用日期).
    #[noun(filter, order)]
    pub used_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Is("giver_id", viewer.organization_id),
        Visible::Is("receiver_id", viewer.organization_id),
    ])
}
