//! How leadership teams and their members were examined politically.

use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{
        inspections::inspection::Inspection,
        organizations::{organization::Organization, person::Person},
    },
    graphql::scalars::Date,
    read::One,
};

/// How the leadership team of an inspected organization, or one of its members, was examined politically together with the inspection
/// (政治素质考察); for the dispatcher and the organization department only.
#[derive(Noun)]
#[noun(table = "political_examination", plural = "politicalExaminations", reads = ReadPoliticalExaminations, visible = visible_to, order(-held_on))]
pub struct PoliticalExamination {
    /// The inspection with which it was combined; null when not visible to the viewer (结合的巡视).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// The dispatching Party organization of the inspection (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The organization whose leadership team was examined (被考察单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The member who was examined; null when it is about the team as a whole (班子成员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The day (考察日期).
    #[noun(filter, order)]
    pub held_on: Date,
    /// What came of it, in words: the sources print no grades (考察结果).
    pub result: String,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
