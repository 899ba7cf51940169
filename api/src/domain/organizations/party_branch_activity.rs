//! What a Party branch held.

use inspectorate_macros::Noun;

use super::organization::Organization;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// An activity of inner-party life of a Party branch (党内政治生活).
#[derive(Noun)]
#[noun(table = "party_branch_activity", plural = "partyBranchActivities", reads = ReadInspectionBodies, visible = visible_to, order(-held_on))]
pub struct PartyBranchActivity {
    /// The branch (党支部).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
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
