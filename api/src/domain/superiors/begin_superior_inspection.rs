//! Record that the team of a superior came.

use inspectorate_entity::superiors::superior_inspection;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{superior_inspection::SuperiorInspection, superior_step::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What the entry of a superior takes.
#[derive(Debug, Input)]
pub struct BeginSuperiorInspectionInput {
    /// The inspection of the superior (上级巡视).
    pub inspection: GlobalId<SuperiorInspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day, not in the future, nor before it was announced; today when left out (进驻日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that the team of a superior came (上级巡视进驻).
#[verb(SuperiorInspection)]
pub async fn begin_superior_inspection(
    change: &mut Change,
    input: BeginSuperiorInspectionInput,
) -> Result<Uuid> {
    let inspection = change
        .subject::<superior_inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    let status = take(change, &inspection).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let earliest = inspection.entered_on.unwrap_or(inspection.announced_on);
    not_before(day, earliest, "input.on")?;
    let mut entered = inspection.clone().into_active_model();
    entered.status = Set(status);
    entered.entered_on = Set(Some(day));
    Ok(change.update(&inspection, entered).await?.id)
}
