//! What the parties of a mechanism do for one another.

use inspectorate_entity::coordination::mechanism_duty::CoordinationField;
use inspectorate_macros::Noun;

use super::coordination_mechanism::CoordinationMechanism;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    read::{One, noun::Noun as _},
};

/// A field in which the parties of a mechanism work together, and who answers for it (协作事项).
#[derive(Noun)]
#[noun(table = "mechanism_duty", plural = "mechanismDuties", reads = ReadCoordination, visible = visible_to, order(field))]
pub struct MechanismDuty {
    /// The mechanism (协作机制).
    #[noun(one = "mechanism_id", filter)]
    pub mechanism: One<CoordinationMechanism>,
    /// The field (协作领域).
    #[noun(filter, order)]
    pub field: CoordinationField,
    /// What is done in it; null when the mechanism says no more than the field (内容).
    pub content: Option<String>,
    /// The division that answers for it; null when none is named (责任处室).
    #[noun(one = "responsible_id", filter)]
    pub responsible: One<Organization>,
    /// Key of the deadline rule for requests in this field; null when the general one applies (期限规则).
    pub deadline_rule: Option<String>,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("mechanism_id", || CoordinationMechanism::DEF)
}
