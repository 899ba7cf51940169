//! Record what may speak for elevating an inspection.

use inspectorate_entity::{inspections::elevation_indicator, organizations::organization};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{codes, elevation_indicator::ElevationIndicator, gates};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name},
    },
};

/// What recording an indicator takes.
#[derive(Debug, Input)]
pub struct RecordElevationIndicatorInput {
    /// The organization, an object of a dispatcher (单位).
    pub organization: GlobalId<Organization>,
    /// For which reason it speaks, a code of the list `ELEVATION_REASON` (提级条件).
    pub reason: Code,
    /// What was observed; called the same for every organization that is to be compared (指标名称).
    pub name: Name,
    /// How much or how many, zero or more; choose a unit in which it is a whole number (数值).
    pub value: i32,
    /// What one of the value is; the same for every organization that is to be compared (计量单位).
    pub unit: Code,
    /// The last day that the value takes in, not in the future; once a day for one organization and name (统计截止日期).
    pub as_of: Date,
    /// Where the value stands (数据来源).
    pub source: Name,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record what was observed of an organization that may speak for elevating its inspection (登记提级参考指标).
#[verb(ElevationIndicator)]
pub async fn record_elevation_indicator(
    change: &mut Change,
    input: RecordElevationIndicatorInput,
) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    gates::is_an_object(organization.dispatcher_id)?;
    codes::known(
        change,
        "ELEVATION_REASON",
        &[("input.reason".to_owned(), input.reason.0.as_str())],
    )
    .await?;
    gates::is_an_amount(input.value)?;
    let day = gates::day_done(Some(input.as_of), change.today(), "input.asOf")?;
    let indicator = change
        .insert(elevation_indicator::ActiveModel {
            dispatcher_id: Set(change.viewer().authority_id),
            organization_id: Set(organization.id),
            reason: Set(input.reason.0),
            name: Set(input.name.0),
            value: Set(input.value),
            unit: Set(input.unit.0),
            as_of: Set(day),
            source: Set(input.source.0),
            withdrawn_on: Set(None),
            withdrawal_reason: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(indicator.id)
}
