//! Refuse a secondment.

use inspectorate_entity::teams::secondment;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    secondment::Secondment,
    secondment_life_cycle::{NoFacts, SECONDMENT},
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, own},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What refusing a secondment takes.
#[derive(Debug, Input)]
pub struct RefuseSecondmentInput {
    /// The secondment (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Why (不予批准理由).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Refuse a secondment (不予批准抽调), as the organization department or as discipline; the person is free for another.
#[verb(Secondment)]
pub async fn refuse_secondment(change: &mut Change, input: RefuseSecondmentInput) -> Result<Uuid> {
    let row = change
        .subject::<secondment::Entity, _>("secondment", &input.secondment, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.secondment")?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let status = SECONDMENT
        .take(change.action(), row.status, &NoFacts)
        .map_err(|error| error.field("input.secondment"))?;
    let mut changed = row.clone().into_active_model();
    changed.status = Set(status);
    changed.decided_on = Set(Some(day));
    changed.refusal_reason = Set(Some(input.reason.0));
    Ok(change.update(&row, changed).await?.id)
}
