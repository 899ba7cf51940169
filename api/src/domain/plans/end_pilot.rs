//! End a pilot.

use inspectorate_entity::plans::pilot;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    pilot::Pilot,
    pilot_life_cycle::{PILOT, PilotFacts},
};
use crate::{
    access::change::Change,
    domain::coverage::{
        gates::{day_done, not_before},
        plan_step::seen_from,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What ending a pilot takes.
#[derive(Debug, Input)]
pub struct EndPilotInput {
    /// The pilot (试点).
    pub pilot: GlobalId<Pilot>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it (试点报告).
    pub report: Paragraph,
    /// Its last day, not in the future; today when left out (结束日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// End a pilot with its report (结束试点).
#[verb(Pilot)]
pub async fn end_pilot(change: &mut Change, input: EndPilotInput) -> Result<Uuid> {
    let pilot = change
        .subject::<pilot::Entity, _>("pilot", &input.pilot, input.version)
        .await?;
    let seen_from = seen_from(change.viewer(), pilot.dispatcher_id);
    let status = PILOT
        .take(change.action(), pilot.status, &PilotFacts { seen_from })
        .map_err(|error| error.field("input.pilot"))?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, pilot.starts_on, "input.on")?;
    let mut ended = pilot.clone().into_active_model();
    ended.status = Set(status);
    ended.ends_on = Set(Some(day));
    ended.report = Set(Some(input.report.0));
    Ok(change.update(&pilot, ended).await?.id)
}
