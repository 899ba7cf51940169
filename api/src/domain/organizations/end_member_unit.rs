//! End the seat of a unit in a leading group.

use inspectorate_entity::organizations::leading_group_member_unit;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, leading_group_member_unit::LeadingGroupMemberUnit};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending the seat of a unit in a leading group takes.
#[derive(Debug, Input)]
pub struct EndMemberUnitInput {
    /// What ends: the seat of a unit in a leading group (终止成员单位).
    pub member_unit: GlobalId<LeadingGroupMemberUnit>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
}

/// End the seat of a unit in a leading group; it stays on record (终止成员单位).
#[verb(LeadingGroupMemberUnit)]
pub async fn end_member_unit(change: &mut Change, input: EndMemberUnitInput) -> Result<Uuid> {
    let row = change
        .subject::<leading_group_member_unit::Entity, _>(
            "memberUnit",
            &input.member_unit,
            input.version,
        )
        .await?;
    gates::still_holds(row.ends_on)?;
    gates::ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    Ok(change.update(&row, ended).await?.id)
}
