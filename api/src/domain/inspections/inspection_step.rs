//! One step of an inspection through its life cycle, for the verbs that take one.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::inspections::inspection;
use sea_orm::{ConnectionTrait, IntoActiveModel, Set};

use super::{
    gates,
    inspection::Inspection,
    inspection_facts::{by_id, statement, teams_of},
    inspection_life_cycle::INSPECTION,
};
use crate::{
    access::{change::Change, policy::Action},
    domain::teams::{readiness, team_facts},
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date},
    read::Sql,
};

/// What every verb that takes a step is given.
pub struct Asked<'a> {
    pub inspection: &'a GlobalId<Inspection>,
    pub version: i32,
    pub on: Option<Date>,
}

/// Take the step of the verb at hand: the inspection comes into its next state on the day asked for, and `mark` writes what else
/// the step says. Answers the inspection as it was and as it is.
pub async fn take(
    change: &mut Change,
    asked: Asked<'_>,
    mark: impl FnOnce(&mut inspection::ActiveModel, NaiveDate),
) -> Result<(inspection::Model, inspection::Model)> {
    let before = change
        .subject::<inspection::Entity, _>("inspection", asked.inspection, asked.version)
        .await?;
    gates::own(change.viewer(), before.dispatcher_id, "input.inspection")?;
    let day = gates::day_done(asked.on, change.today(), "input.on")?;
    let status = next(change, &before, day).await?;
    gates::not_before(day, before.status_on, "input.on")?;
    let mut changed = before.clone().into_active_model();
    changed.status = Set(status);
    changed.status_on = Set(day);
    mark(&mut changed, day);
    let after = change.update(&before, changed).await?;
    Ok((before, after))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the facts of a record that was found through the change, read inside its transaction"
)]
async fn next(
    change: &Change,
    row: &inspection::Model,
    day: NaiveDate,
) -> Result<inspection::InspectionStatus> {
    let sql = statement(Sql::new(change.tx().get_database_backend()), &[row.id]);
    let rows = change.tx().query_all_raw(sql.finish()).await?;
    let teams = team_facts::all_of_change(change, &teams_of(&rows)?).await?;
    let entries = match change.action() {
        Action::EnterInspection => readiness::of_change(change, row, day).await?,
        _ => HashMap::new(),
    };
    let facts = by_id(&rows, &teams, &entries)?;
    let facts = facts
        .get(&row.id)
        .ok_or_else(|| Error::internal("an inspection without facts"))?;
    INSPECTION
        .take(change.action(), row.status, facts)
        .map_err(|error| match error.field {
            Some(_) => error,
            None => error.field("input.inspection"),
        })
}
