//! End a seat in a leading group.

use inspectorate_entity::organizations::leading_group_member;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, leading_group_member::LeadingGroupMember};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending a seat in a leading group takes.
#[derive(Debug, Input)]
pub struct EndLeadingGroupMembershipInput {
    /// What ends: a seat in a leading group (终止领导小组任职).
    pub member: GlobalId<LeadingGroupMember>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
}

/// End a seat in a leading group; it stays on record (终止领导小组任职).
#[verb(LeadingGroupMember)]
pub async fn end_leading_group_membership(
    change: &mut Change,
    input: EndLeadingGroupMembershipInput,
) -> Result<Uuid> {
    let row = change
        .subject::<leading_group_member::Entity, _>("member", &input.member, input.version)
        .await?;
    gates::still_holds(row.ends_on)?;
    gates::ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    Ok(change.update(&row, ended).await?.id)
}
