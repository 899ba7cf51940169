//! Record what a Party branch held.

use inspectorate_entity::organizations::{
    organization,
    party_branch_activity::{self, BranchActivityKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, organization::Organization, party_branch_activity::PartyBranchActivity};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What recording an activity takes.
#[derive(Debug, Input)]
pub struct RecordBranchActivityInput {
    /// The branch: an organization of kind PARTY_BRANCH or PARTY_GENERAL_BRANCH (党支部).
    pub organization: GlobalId<Organization>,
    /// What kind of activity it is; OTHER when left out (活动种类).
    pub kind: Option<Coded<BranchActivityKind>>,
    /// The day, not in the future (日期).
    pub held_on: Date,
    /// What it was about (主题).
    pub subject: Name,
    /// How many attended; leave it out when not counted (参加人数).
    pub attendees: Option<i32>,
}

/// Record an activity of a Party branch: inner-Party life, theme education, volunteer service (记录党支部活动).
#[verb(PartyBranchActivity)]
pub async fn record_branch_activity(
    change: &mut Change,
    input: RecordBranchActivityInput,
) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    gates::exists(&organization, "input.organization")?;
    gates::is_a_party_branch(&organization)?;
    gates::is_not_in_the_future(input.held_on.0, change.today(), "input.heldOn")?;
    gates::is_no_negative(input.attendees, "input.attendees")?;
    let row = change
        .insert(party_branch_activity::ActiveModel {
            organization_id: Set(organization.id),
            kind: Set(input.kind.map_or(BranchActivityKind::Other, |kind| kind.0)),
            held_on: Set(input.held_on.0),
            subject: Set(input.subject.0),
            attendees: Set(input.attendees),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
