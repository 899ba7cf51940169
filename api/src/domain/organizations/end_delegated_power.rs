//! End a delegated power.

use inspectorate_entity::organizations::delegated_power;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{delegated_power::DelegatedPower, gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending a delegated power takes.
#[derive(Debug, Input)]
pub struct EndDelegatedPowerInput {
    /// What ends: a delegated power (收回管理权限).
    pub power: GlobalId<DelegatedPower>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
}

/// End a delegated power; it stays on record (收回管理权限).
#[verb(DelegatedPower)]
pub async fn end_delegated_power(
    change: &mut Change,
    input: EndDelegatedPowerInput,
) -> Result<Uuid> {
    let row = change
        .subject::<delegated_power::Entity, _>("power", &input.power, input.version)
        .await?;
    gates::still_holds(row.ends_on)?;
    gates::ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    Ok(change.update(&row, ended).await?.id)
}
