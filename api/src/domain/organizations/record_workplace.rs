//! Record where an inspection body works.

use inspectorate_entity::organizations::{organization, workplace};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, organization::Organization, workplace::Workplace};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What recording a workplace takes.
#[derive(Debug, Input)]
pub struct RecordWorkplaceInput {
    /// The body (单位).
    pub organization: GlobalId<Organization>,
    /// Where it is (地址).
    pub address: Name,
    /// Floor area in square metres; leave it out when not known (面积，平方米).
    pub area_square_metres: Option<i32>,
    /// Whether office and teams share it (办组共用).
    pub is_shared: bool,
    /// What the place was before; leave it out when not known (原用途).
    pub formerly: Option<Name>,
    /// From which day on; what stood before ends the day before (起始日期).
    pub starts_on: Date,
}

/// Record where a body works from a day on (登记办公场所); where it was before stays on record.
#[verb(Workplace)]
pub async fn record_workplace(change: &mut Change, input: RecordWorkplaceInput) -> Result<Uuid> {
    let organization = change
        .related_alone::<organization::Entity, _>("organization", &input.organization)
        .await?;
    gates::is_no_negative(input.area_square_metres, "input.areaSquareMetres")?;
    gates::exists(&organization, "input.organization")?;
    let open = change
        .rows::<workplace::Entity>(
            Condition::all()
                .add(workplace::Column::OrganizationId.eq(organization.id))
                .add(workplace::Column::EndsOn.is_null()),
        )
        .await?;
    for before in open {
        let last = gates::day_before(before.starts_on, input.starts_on.0, "input.startsOn")?;
        let mut ended = before.clone().into_active_model();
        ended.ends_on = Set(Some(last));
        change.update(&before, ended).await?;
    }
    let row = change
        .insert(workplace::ActiveModel {
            organization_id: Set(organization.id),
            address: Set(input.address.0),
            area_square_metres: Set(input.area_square_metres),
            is_shared: Set(input.is_shared),
            formerly: Set(input.formerly.map(|name| name.0)),
            starts_on: Set(input.starts_on.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
