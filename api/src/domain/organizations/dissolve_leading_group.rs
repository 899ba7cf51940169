//! Dissolve a leading group.

use inspectorate_entity::organizations::{
    leading_group, leading_group_member, leading_group_member_unit,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, leading_group::LeadingGroup};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What dissolving a leading group takes.
#[derive(Debug, Input)]
pub struct DissolveLeadingGroupInput {
    /// The leading group (领导小组).
    pub leading_group: GlobalId<LeadingGroup>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (撤销日期).
    pub dissolved_on: Date,
    /// Why (原因).
    pub reason: Paragraph,
}

/// Dissolve a leading group (撤销领导小组); its seats end with it.
#[verb(LeadingGroup)]
pub async fn dissolve_leading_group(
    change: &mut Change,
    input: DissolveLeadingGroupInput,
) -> Result<Uuid> {
    let group = change
        .subject::<leading_group::Entity, _>("leadingGroup", &input.leading_group, input.version)
        .await?;
    let day = input.dissolved_on.0;
    gates::still_holds(group.dissolved_on)?;
    gates::ends_after_it_began(group.constituted_on, day, "input.dissolvedOn")?;
    let members = change
        .rows::<leading_group_member::Entity>(
            leading_group_member::Column::LeadingGroupId.eq(group.id),
        )
        .await?;
    for seat in members
        .iter()
        .filter(|seat| seat.ends_on.is_none_or(|end| end > day))
    {
        gates::ends_after_it_began(seat.starts_on, day, "input.dissolvedOn")?;
        let mut ended = seat.clone().into_active_model();
        ended.ends_on = Set(Some(day));
        change.update(seat, ended).await?;
    }
    let units = change
        .rows::<leading_group_member_unit::Entity>(
            leading_group_member_unit::Column::LeadingGroupId.eq(group.id),
        )
        .await?;
    for seat in units
        .iter()
        .filter(|seat| seat.ends_on.is_none_or(|end| end > day))
    {
        gates::ends_after_it_began(seat.starts_on, day, "input.dissolvedOn")?;
        let mut ended = seat.clone().into_active_model();
        ended.ends_on = Set(Some(day));
        change.update(seat, ended).await?;
    }
    let mut dissolved = group.clone().into_active_model();
    dissolved.dissolved_on = Set(Some(day));
    dissolved.dissolution_reason = Set(Some(input.reason.0));
    Ok(change.update(&group, dissolved).await?.id)
}
