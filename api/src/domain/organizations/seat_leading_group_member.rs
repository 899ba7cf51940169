//! Seat a person in a leading group.

use inspectorate_entity::organizations::{
    leading_group,
    leading_group_member::{self, LeadingGroupPost},
    person,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    gates, leading_group::LeadingGroup, leading_group_member::LeadingGroupMember, person::Person,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date},
};

/// What seating a member takes.
#[derive(Debug, Input)]
pub struct SeatLeadingGroupMemberInput {
    /// The leading group (领导小组).
    pub leading_group: GlobalId<LeadingGroup>,
    /// The person (人员).
    pub person: GlobalId<Person>,
    /// The post in the group (职务).
    pub post: Coded<LeadingGroupPost>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Seat a person in a leading group (领导小组任职); it has one leader at a time.
#[verb(LeadingGroupMember)]
pub async fn seat_leading_group_member(
    change: &mut Change,
    input: SeatLeadingGroupMemberInput,
) -> Result<Uuid> {
    let group = change
        .related_alone::<leading_group::Entity, _>("leadingGroup", &input.leading_group)
        .await?;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    gates::group_stands(&group, span, "input.startsOn")?;
    let seats = change
        .rows::<leading_group_member::Entity>(
            leading_group_member::Column::LeadingGroupId.eq(group.id),
        )
        .await?;
    gates::seat_is_free(&seats, person.id, input.post.0, span)?;
    let row = change
        .insert(leading_group_member::ActiveModel {
            leading_group_id: Set(group.id),
            dispatcher_id: Set(group.dispatcher_id),
            person_id: Set(person.id),
            post: Set(input.post.0),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
