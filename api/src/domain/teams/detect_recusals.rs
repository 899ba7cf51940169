//! Look for ties of a team's people in dated posts and in the place of origin.

use std::collections::HashMap;

use inspectorate_entity::{
    organizations::{appointment, organization},
    teams::{
        recusal::{self, RecusalOrigin, RecusalStatus},
        talent, team, team_object,
    },
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    gates,
    recusal_gates::{Found, origin, posts},
    team::Team,
    team_facts,
};
use crate::{
    access::change::Change, domain::coverage::gates::own, error::Result, graphql::node_id::GlobalId,
};

/// What looking for ties takes.
#[derive(Debug, Input)]
pub struct DetectRecusalsInput {
    /// The team (巡察组).
    pub team: GlobalId<Team>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Look for ties between a team's people and what it inspects (回避比对), in their dated posts and in the place of origin that a talent
/// pool records; each new tie waits for a decision.
#[verb(Team)]
pub async fn detect_recusals(change: &mut Change, input: DetectRecusalsInput) -> Result<Uuid> {
    let team = change
        .related_alone::<team::Entity, _>("team", &input.team)
        .await?;
    own(change.viewer(), team.dispatcher_id, "input.team")?;
    gates::stands(&team)?;
    let facts = team_facts::of_change(change, team.id).await?;
    let people: Vec<Uuid> = facts.seats.iter().map(|seat| seat.person).collect();
    let objects = objects(change, team.id).await?;
    let held = change
        .rows::<appointment::Entity>(appointment::Column::PersonId.is_in(people.clone()))
        .await?;
    let places = held.iter().map(|held| held.organization_id);
    let places = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(places))
        .await?;
    let places: HashMap<Uuid, organization::Model> =
        places.into_iter().map(|row| (row.id, row)).collect();
    let months = chrono::Months::new(facts.recusal_months);
    let since = change
        .today()
        .checked_sub_months(months)
        .unwrap_or_default();
    let mut found = posts(&held, &places, &objects, since);
    let talents = change
        .rows::<talent::Entity>(talent::Column::PersonId.is_in(people))
        .await?;
    found.extend(origin(&talents, &objects));
    let known = change
        .rows::<recusal::Entity>(recusal::Column::TeamId.eq(team.id))
        .await?;
    for tie in found {
        write(change, &team, &known, tie).await?;
    }
    Ok(team.id)
}

/// The organizations that the team inspects.
async fn objects(change: &Change, team: Uuid) -> Result<Vec<organization::Model>> {
    let given = Condition::all()
        .add(team_object::Column::TeamId.eq(team))
        .add(team_object::Column::ReleasedOn.is_null());
    let given = change.rows::<team_object::Entity>(given).await?;
    let ids = given.iter().map(|object| object.organization_id);
    change
        .rows::<organization::Entity>(organization::Column::Id.is_in(ids))
        .await
}

/// Write a tie, unless it was raised before.
async fn write(
    change: &mut Change,
    team: &team::Model,
    known: &[recusal::Model],
    found: Found,
) -> Result<()> {
    let Found {
        person,
        organization,
        tie,
        detail,
    } = found;
    let raised = |row: &recusal::Model| {
        (row.person_id, row.organization_id, row.tie) == (person, organization, tie)
    };
    if known.iter().any(raised) {
        return Ok(());
    }
    let raised_on = change.today();
    change
        .insert(recusal::ActiveModel {
            dispatcher_id: Set(team.dispatcher_id),
            team_id: Set(team.id),
            person_id: Set(person),
            organization_id: Set(organization),
            tie: Set(tie),
            origin: Set(RecusalOrigin::Detected),
            detail: Set(detail),
            status: Set(RecusalStatus::Undecided),
            raised_on: Set(raised_on),
            ..Default::default()
        })
        .await?;
    Ok(())
}
