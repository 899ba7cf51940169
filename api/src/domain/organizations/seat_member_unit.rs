//! Seat a unit in a leading group.

use inspectorate_entity::organizations::{leading_group, leading_group_member_unit, organization};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    gates, leading_group::LeadingGroup, leading_group_member_unit::LeadingGroupMemberUnit,
    organization::Organization,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What seating a unit takes.
#[derive(Debug, Input)]
pub struct SeatMemberUnitInput {
    /// The leading group (领导小组).
    pub leading_group: GlobalId<LeadingGroup>,
    /// The unit (单位).
    pub organization: GlobalId<Organization>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Make an organization a member unit of a leading group (成员单位).
#[verb(LeadingGroupMemberUnit)]
pub async fn seat_member_unit(change: &mut Change, input: SeatMemberUnitInput) -> Result<Uuid> {
    let group = change
        .related_alone::<leading_group::Entity, _>("leadingGroup", &input.leading_group)
        .await?;
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    gates::exists(&organization, "input.organization")?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    gates::group_stands(&group, span, "input.startsOn")?;
    let seats = change
        .rows::<leading_group_member_unit::Entity>(
            Condition::all()
                .add(leading_group_member_unit::Column::LeadingGroupId.eq(group.id))
                .add(leading_group_member_unit::Column::OrganizationId.eq(organization.id)),
        )
        .await?;
    let seats: Vec<_> = seats
        .iter()
        .map(|seat| gates::Span {
            first: seat.starts_on,
            last: seat.ends_on,
        })
        .collect();
    gates::unit_is_not_seated(&seats, span)?;
    let row = change
        .insert(leading_group_member_unit::ActiveModel {
            leading_group_id: Set(group.id),
            dispatcher_id: Set(group.dispatcher_id),
            organization_id: Set(organization.id),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
