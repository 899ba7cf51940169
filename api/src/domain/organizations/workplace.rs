//! Where an inspection body works.

use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// A fixed place where an inspection body works for a time (办公场所).
#[derive(Noun)]
#[noun(table = "workplace", plural = "workplaces", reads = ReadInspectionBodies, visible = visible_to, order(-starts_on))]
pub struct Workplace {
    /// The body that works there (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Where it is (地址).
    #[noun(filter)]
    pub address: String,
    /// Floor area in square metres; null when not recorded (面积，平方米).
    #[noun(filter, order)]
    pub area_square_metres: Option<i32>,
    /// Whether office and teams share it (办组共用).
    #[noun(filter)]
    pub is_shared: bool,
    /// What the place was before; null when not recorded (原用途).
    pub formerly: Option<String>,
    /// First day on which it holds (起始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
