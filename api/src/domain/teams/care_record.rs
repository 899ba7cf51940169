//! Talks with inspection cadres and visits to their homes.

use inspectorate_entity::teams::care_record::CareKind;
use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    domain::organizations::person::Person,
    graphql::scalars::Date,
    read::One,
};

/// A heart-to-heart talk with an inspection cadre, or a visit to the home (谈心谈话、家访). Inspection office only.
#[derive(Noun)]
#[noun(table = "care_record", plural = "careRecords", reads = ReadCare, visible = visible_to, order(-held_on))]
pub struct CareRecord {
    /// The dispatching Party organization whose work it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// With whom, or whose home (对象).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// Talk or visit (种类).
    #[noun(filter, order)]
    pub kind: CareKind,
    /// Who talked or visited (谈话人、家访人).
    pub held_by: String,
    /// When (日期).
    #[noun(filter, order)]
    pub held_on: Date,
    /// What was spoken of (内容).
    pub matters: String,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
