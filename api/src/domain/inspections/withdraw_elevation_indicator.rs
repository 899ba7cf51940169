//! Withdraw an indicator that was wrong.

use inspectorate_entity::inspections::elevation_indicator;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{elevation_indicator::ElevationIndicator, gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What withdrawing an indicator takes.
#[derive(Debug, Input)]
pub struct WithdrawElevationIndicatorInput {
    /// The indicator (提级参考指标).
    pub indicator: GlobalId<ElevationIndicator>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was found wrong, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Why (撤销原因).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Withdraw an indicator that was wrong (撤销提级参考指标); it stays on record, and the right one can be recorded.
#[verb(ElevationIndicator)]
pub async fn withdraw_elevation_indicator(
    change: &mut Change,
    input: WithdrawElevationIndicatorInput,
) -> Result<Uuid> {
    let indicator = change
        .subject::<elevation_indicator::Entity, _>("indicator", &input.indicator, input.version)
        .await?;
    gates::own(change.viewer(), indicator.dispatcher_id, "input.indicator")?;
    gates::indicator_stands(indicator.withdrawn_on)?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    gates::not_before(day, indicator.as_of, "input.on")?;
    let mut withdrawn = indicator.clone().into_active_model();
    withdrawn.withdrawn_on = Set(Some(day));
    withdrawn.withdrawal_reason = Set(Some(input.reason.0));
    Ok(change.update(&indicator, withdrawn).await?.id)
}
