//! Approve a team.

use inspectorate_entity::teams::team;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{team::Team, team_step::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::day_done,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What approving a team takes.
#[derive(Debug, Input)]
pub struct ApproveTeamInput {
    /// The team (巡察组).
    pub team: GlobalId<Team>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Approve a team (批准组建); it has a leader, and nobody on it breaks the rule of its form.
#[verb(Team)]
pub async fn approve_team(change: &mut Change, input: ApproveTeamInput) -> Result<Uuid> {
    let team = change
        .subject::<team::Entity, _>("team", &input.team, input.version)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let status = take(change, &team).await?;
    let mut changed = team.clone().into_active_model();
    changed.status = Set(status);
    changed.approved_on = Set(Some(day));
    Ok(change.update(&team, changed).await?.id)
}
