//! One step of a round through its life cycle, for the verbs that take one.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::coverage::round;
use sea_orm::{ConnectionTrait, IntoActiveModel, Set};

use super::{
    gates,
    round_facts::{by_id, statement},
    round_life_cycle::ROUND,
};
use crate::{
    access::change::Change,
    blocks::setting,
    domain::coverage::round::Round,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
    read::Sql,
};

/// What every verb that takes a step is given.
pub struct Asked<'a> {
    pub round: &'a GlobalId<Round>,
    pub version: i32,
    pub on: Option<Date>,
}

/// Take the step of the verb at hand: the round comes into its next state on the day asked for; answers it as it is, and the day.
pub async fn take(
    change: &mut Change,
    asked: Asked<'_>,
    mark: impl FnOnce(&mut round::ActiveModel, NaiveDate),
) -> Result<(round::Model, NaiveDate)> {
    let before = change
        .subject::<round::Entity, _>("round", asked.round, asked.version)
        .await?;
    gates::own(change.viewer(), before.dispatcher_id, "input.round")?;
    let day = gates::day_done(asked.on, change.today(), "input.on")?;
    let status = next(change, &before, day).await?;
    if let Some(since) = before.status_on {
        gates::not_before(day, since, "input.on")?;
    }
    let mut changed = before.clone().into_active_model();
    if status != before.status {
        changed.status = Set(status);
        changed.status_on = Set(Some(day));
    }
    mark(&mut changed, day);
    Ok((change.update(&before, changed).await?, day))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the facts of a record that was found through the change, read inside its transaction"
)]
async fn next(change: &Change, row: &round::Model, day: NaiveDate) -> Result<round::RoundStatus> {
    let sql = Sql::new(change.tx().get_database_backend());
    let sql = statement(sql, &[row.id], day);
    let rows = change.tx().query_all_raw(sql.finish()).await?;
    let settings = setting::of_change(change, row.dispatcher_id, change.today()).await?;
    let settings = HashMap::from([(row.dispatcher_id, settings)]);
    let facts = by_id(&rows, &settings)?.remove(&row.id);
    let facts = facts.unwrap_or_default();
    ROUND
        .take(change.action(), row.status, &facts)
        .map_err(|error| match error.field {
            Some(_) => error,
            None => error.field("input.round"),
        })
}
