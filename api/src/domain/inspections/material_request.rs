//! A material that the organization was asked for.

use inspectorate_macros::Noun;

use super::{inspection::Inspection, special_check::SpecialCheck};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A material that the organization was asked for (提供材料); asked once for the inspection and all its special checks.
#[derive(Noun)]
#[noun(table = "material_request", plural = "materialRequests", reads = ReadMaterialRequests, visible = visible_to, order(name))]
pub struct MaterialRequest {
    /// The inspection (巡察).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// The special check for which it is needed; null when the inspection itself needs it (专项检查).
    #[noun(one = "special_check_id", filter)]
    pub special_check: One<SpecialCheck>,
    /// What is asked for (材料名称).
    #[noun(filter, order)]
    pub name: String,
    /// Whether it has to be written for the inspection (需新撰写).
    #[noun(filter, order)]
    pub newly_drafted: bool,
    /// When it was asked for (索取日期).
    #[noun(filter, order)]
    pub asked_on: Date,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("inspection_id", || Inspection::DEF)
}
