//! People sent to the inspection work of a superior.

use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{
        organizations::{organization::Organization, person::Person},
        superiors::superior_inspection::SuperiorInspection,
    },
    graphql::scalars::Date,
    read::One,
};

/// A person sent to the inspection work of a superior (选派参加上级巡视); inspection office and organization department only.
#[derive(Noun)]
#[noun(table = "outgoing_secondment", plural = "outgoingSecondments", reads = ReadTalents, visible = visible_to, order(-starts_on))]
pub struct OutgoingSecondment {
    /// The dispatching Party organization that sends (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Who is sent (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// Whose inspection it is, in words, since superiors need not be in the registry (上级机关).
    #[noun(filter, order)]
    pub superior: String,
    /// Which inspection, round or team it is (参加的巡视).
    pub operation: String,
    /// That inspection, where the place keeps it as a record; null when it does not (上级巡视).
    #[noun(one = "superior_inspection_id", filter)]
    pub superior_inspection: One<SuperiorInspection>,
    /// What the person is a specialist in; null when sent for no speciality (专业).
    #[noun(filter, order)]
    pub specialty: Option<String>,
    /// First day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day; null while it lasts (结束日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
