//! The end of a decision, for the verbs that bring it.

use chrono::NaiveDate;
use inspectorate_entity::meetings::meeting_decision;
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{decision_life_cycle::take, meeting_decision::MeetingDecision};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// Take the decision to the end to which the verb at hand leads it, with what `write` adds; answers which it is, and the day.
pub async fn end(
    change: &mut Change,
    decision: &GlobalId<MeetingDecision>,
    version: i32,
    on: Option<Date>,
    write: impl FnOnce(&mut meeting_decision::ActiveModel, NaiveDate),
) -> Result<(Uuid, NaiveDate)> {
    let decision = change
        .subject::<meeting_decision::Entity, _>("decision", decision, version)
        .await?;
    let status = take(change, &decision)?;
    let day = day_done(on, change.today(), "input.on")?;
    not_before(day, decision.decided_on, "input.on")?;
    let mut ended = decision.clone().into_active_model();
    ended.status = Set(status);
    write(&mut ended, day);
    change.update(&decision, ended).await?;
    Ok((decision.id, day))
}
