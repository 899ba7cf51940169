//! One step of a secondment through its life cycle, for the verbs that take one.

use chrono::NaiveDate;
use inspectorate_entity::teams::secondment;
use sea_orm::{IntoActiveModel, Set};

use super::{secondment::Secondment, secondment_life_cycle::SECONDMENT};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before, own},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// A secondment that takes a step.
pub struct Taken {
    /// As it stands.
    pub row: secondment::Model,
    /// As it will stand: its new state, and what the verb adds.
    pub changed: secondment::ActiveModel,
    /// The day on which it is done.
    pub day: NaiveDate,
}

/// The step of the verb at hand, or what stands in its way.
pub async fn take(
    change: &Change,
    secondment: &GlobalId<Secondment>,
    version: i32,
    on: Option<Date>,
) -> Result<Taken> {
    let row = change
        .subject::<secondment::Entity, _>("secondment", secondment, version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.secondment")?;
    let day = day_done(on, change.today(), "input.on")?;
    let last = row.decided_on.unwrap_or(row.nominated_on);
    not_before(day, last, "input.on")?;
    let status = SECONDMENT
        .take(change.action(), row.status, &())
        .map_err(|error| error.field("input.secondment"))?;
    let mut changed = row.clone().into_active_model();
    changed.status = Set(status);
    Ok(Taken { row, changed, day })
}
