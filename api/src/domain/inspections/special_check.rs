//! A special check carried along with an inspection.

use inspectorate_entity::inspections::special_check::{CheckIntegration, SpecialCheckKind};
use inspectorate_macros::Noun;

use super::inspection::Inspection;
use crate::{
    access::{
        groups::WHO_SEES_CHECKS_WITH_INSPECTIONS, policy::Agency, viewer::Viewer, visible::Visible,
    },
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A special check carried along with an inspection (结合巡视开展的专项检查); seen by who owns it and by those who inspect.
#[derive(Noun)]
#[noun(table = "special_check", plural = "specialChecks", reads = ReadSpecialChecks, visible = visible_to, order(-ordered_on))]
pub struct SpecialCheck {
    /// The inspection (巡察).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// What it looks at (种类).
    #[noun(filter, order)]
    pub kind: SpecialCheckKind,
    /// The body that owns it (牵头单位).
    #[noun(one = "owner_id", filter)]
    pub owner: One<Organization>,
    /// How it is carried along (融入方式).
    #[noun(filter, order)]
    pub integration: CheckIntegration,
    /// When it was ordered (安排日期).
    #[noun(filter, order)]
    pub ordered_on: Date,
    /// When it was done; null until then (完成日期).
    #[noun(filter, order)]
    pub finished_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Those who inspect see the checks of the inspections that they see, the organization department those of personnel selection, and
/// every other agency the checks that its body owns.
fn visible_to(viewer: &Viewer) -> Visible {
    let owned = Visible::Is("owner_id", viewer.organization_id);
    let with_it = Visible::Through("inspection_id", || Inspection::DEF);
    if WHO_SEES_CHECKS_WITH_INSPECTIONS.contains(&viewer.agency) {
        return with_it;
    }
    if viewer.agency == Agency::Organization {
        return Visible::Either(vec![
            owned,
            Visible::All(vec![
                Visible::OneOf("kind", &["PERSONNEL_SELECTION"]),
                with_it,
            ]),
        ]);
    }
    owned
}
