//! A body that works along on a task.

use inspectorate_macros::Noun;

use super::responsibility::Responsibility;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    read::{One, noun::Noun as _},
};

/// A body that works along on a task (配合单位); who sees the division of work sees all of them.
#[derive(Noun)]
#[noun(table = "responsibility_partner", plural = "responsibilityPartners", reads = ReadResponsibilities, visible = visible_to)]
pub struct ResponsibilityPartner {
    /// The division of work (分工).
    #[noun(one = "responsibility_id", filter)]
    pub responsibility: One<Responsibility>,
    /// The body (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("responsibility_id", || Responsibility::DEF)
}
