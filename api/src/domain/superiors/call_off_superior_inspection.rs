//! Record that a superior called its inspection off.

use inspectorate_entity::superiors::superior_inspection;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{superior_inspection::SuperiorInspection, superior_step::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What calling it off takes.
#[derive(Debug, Input)]
pub struct CallOffSuperiorInspectionInput {
    /// The inspection of the superior (上级巡视).
    pub inspection: GlobalId<SuperiorInspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (取消原因).
    pub reason: Paragraph,
    /// The day, not in the future, nor before it was announced or its team came; today when left out (取消日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a superior called its inspection off (上级巡视取消); what was still to be done for it is owed no more.
#[verb(SuperiorInspection)]
pub async fn call_off_superior_inspection(
    change: &mut Change,
    input: CallOffSuperiorInspectionInput,
) -> Result<Uuid> {
    let inspection = change
        .subject::<superior_inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    let status = take(change, &inspection).await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let earliest = inspection.entered_on.unwrap_or(inspection.announced_on);
    not_before(day, earliest, "input.on")?;
    let mut called_off = inspection.clone().into_active_model();
    called_off.status = Set(status);
    called_off.ended_on = Set(Some(day));
    called_off.end_reason = Set(Some(input.reason.0));
    Ok(change.update(&inspection, called_off).await?.id)
}
