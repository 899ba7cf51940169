//! A reason for which an inspection was elevated.

use inspectorate_macros::Noun;

use super::inspection::Inspection;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    read::{One, noun::Noun},
};

/// A reason for which an inspection was elevated (提级条件).
#[derive(Noun)]
#[noun(table = "elevation_ground", plural = "elevationGrounds", reads = ReadElevationGrounds, visible = visible_to, order(reason))]
pub struct ElevationGround {
    /// The inspection (巡察).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// The reason, a code of the list `ELEVATION_REASON` (条件).
    #[noun(filter, order)]
    pub reason: String,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("inspection_id", || Inspection::DEF)
}
