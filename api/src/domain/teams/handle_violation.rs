//! Record how a breach of discipline was handled.

use inspectorate_entity::teams::violation;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{violation::Violation, violation_life_cycle::VIOLATION};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before, own},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording how a breach was handled takes.
#[derive(Debug, Input)]
pub struct HandleViolationInput {
    /// The breach (违纪情况).
    pub violation: GlobalId<Violation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// How it was handled (处理情况).
    pub handling: Paragraph,
    /// When, not in the future; today when left out (处理日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record how a breach of discipline was handled (处理违纪情况).
#[verb(Violation)]
pub async fn handle_violation(change: &mut Change, input: HandleViolationInput) -> Result<Uuid> {
    let row = change
        .subject::<violation::Entity, _>("violation", &input.violation, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.violation")?;
    let status = VIOLATION
        .take(change.action(), row.status, &())
        .map_err(|error| error.field("input.violation"))?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, row.found_on, "input.on")?;
    let mut handled = row.clone().into_active_model();
    handled.status = Set(status);
    handled.handled_on = Set(Some(day));
    handled.handling = Set(Some(input.handling.0));
    Ok(change.update(&row, handled).await?.id)
}
