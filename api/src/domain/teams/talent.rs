//! Who stands in which talent pool.

use inspectorate_entity::teams::talent::TalentAvailability;
use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::{organization::Organization, person::Person},
    graphql::scalars::{Date, RegionCode},
    read::One,
};

/// A person in a talent pool (四库), with what a team may need to know. Inspection office and organization department only.
#[derive(Noun)]
#[noun(table = "talent", plural = "talents", reads = ReadTalents, visible = visible_to, order(pool, -starts_on))]
pub struct Talent {
    /// The dispatcher that keeps the pool (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The pool, a code of the list `TALENT_POOL`: the sources do not print the four, so each dispatcher enters its own (人才库).
    #[noun(filter, order)]
    pub pool: String,
    /// The person (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The organization from which the person comes; null when that is not visible to the viewer (所在单位).
    #[noun(one = "home_organization_id", filter)]
    pub home_organization: One<Organization>,
    /// What the person is good at; null when not recorded (专业特长).
    #[noun(filter)]
    pub specialty: Option<String>,
    /// Where the person comes from; null when not recorded (籍贯).
    #[noun(filter)]
    pub native_region: Option<RegionCode>,
    /// Whether the person can be called (可抽调情况).
    #[noun(filter, order)]
    pub availability: TalentAvailability,
    /// First day in the pool (入库日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day in the pool; null while in it (出库日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
