//! What a Party branch held.

mod branch_year;

use inspectorate_entity::organizations::party_branch_activity::BranchActivityKind;
use inspectorate_macros::Noun;

pub use self::branch_year::{BranchYear, branch_year};
use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// An activity of a Party branch: inner-Party life, theme education, volunteer service (党支部活动).
#[derive(Noun)]
#[noun(table = "party_branch_activity", plural = "partyBranchActivities", reads = ReadInspectionBodies, visible = visible_to, order(-held_on))]
pub struct PartyBranchActivity {
    /// The branch (党支部).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// What kind of activity it is; OTHER where none was recorded (活动种类).
    #[noun(filter, order)]
    pub kind: BranchActivityKind,
    /// The day (日期).
    #[noun(filter, order)]
    pub held_on: Date,
    /// What it was about (主题).
    #[noun(filter)]
    pub subject: String,
    /// How many attended; null when not counted (参加人数).
    pub attendees: Option<i32>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("organization_id")
}
