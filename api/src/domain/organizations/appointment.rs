//! Who held which post, and when.

use inspectorate_entity::organizations::appointment::AppointmentEnd;
use inspectorate_macros::Noun;

use super::{organization::Organization, person::Person, post::Post};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::measure::Measure,
    domain::meetings::first_study::first_study,
    graphql::scalars::Date,
    read::One,
};

/// A person holds a post from when until when (任职).
#[derive(Noun)]
#[noun(table = "appointment", plural = "appointments", reads = ReadPeople, visible = visible_to, order(-starts_on))]
pub struct Appointment {
    /// The person (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The post (职务).
    #[noun(one = "post_id", filter)]
    pub post: One<Post>,
    /// The organization of the post (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// First day on which it holds (起始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Why it ended; null while it holds or when not recorded (离任原因).
    #[noun(filter)]
    pub end_reason: Option<AppointmentEnd>,
    /// On which day in office a Party secretary first chaired a meeting of inspection work; null for any other post, and until then (履新后首次研究巡察工作).
    #[noun(computed = first_study, reads = ReadMeetings, ids(organization_id))]
    pub first_study: Option<Measure>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
