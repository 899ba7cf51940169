//! Adopt a proposed cross assignment.

use inspectorate_entity::{coverage::round, inspections::inspection, organizations::organization};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    cross::{
        CrossAssignmentRequestInput,
        facts::problem,
        problem::Problem,
        solve::{Outcome, solve_aside},
    },
    dispatch, gates, marking,
};
use crate::{
    access::change::Change,
    domain::coverage::{round::Round, source::Source},
    error::Result,
    graphql::{node_id::GlobalId, text::Code},
};

/// What adopting a cross assignment takes.
#[derive(Debug, Input)]
pub struct AdoptCrossAssignmentInput {
    /// The round (轮次).
    pub round: GlobalId<Round>,
    /// The `version` of the proposal that you saw (方案版本).
    pub proposal: Code,
    /// The request to which it was proposed, unchanged (交叉分配要求).
    pub request: CrossAssignmentRequestInput,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Adopt a proposed cross assignment (采用交叉分配方案): every inspection gets its team and the origin of its staff, and the marks
/// follow, all at once; refused when anything that the proposal follows from has changed since. Adopting it again changes nothing.
#[verb(Round)]
pub async fn adopt_cross_assignment(
    change: &mut Change,
    input: AdoptCrossAssignmentInput,
) -> Result<Uuid> {
    // Two adoptions of one round wait for each other.
    let round = change
        .related_alone::<round::Entity, _>("round", &input.round)
        .await?;
    gates::own(change.viewer(), round.dispatcher_id, "input.round")?;
    let facts = problem(
        &Source::Changing(change),
        round.id,
        &input.request,
        ("input.round", "input.request"),
    )
    .await?;
    gates::still_as_proposed(&input.proposal.0, &facts.version())?;
    let (facts, outcome) = solve_aside(facts).await?;
    let teams = match outcome {
        Outcome::Assigned(teams) => teams,
        Outcome::Clashing(_) => return Err(gates::nobody_may_go()),
    };
    let mut changed = Vec::new();
    for (object, team) in teams.into_iter().enumerate() {
        changed.extend(send(change, &facts, object, team).await?);
    }
    marking::renew(change, &changed).await?;
    Ok(round.id)
}

/// Give an inspection its team; answers it when that changed anything.
async fn send(
    change: &mut Change,
    facts: &Problem,
    object: usize,
    team: usize,
) -> Result<Option<inspection::Model>> {
    let (to, of) = (&facts.objects[object], &facts.teams[team]);
    let rows = change
        .rows::<inspection::Entity>(inspection::Column::Id.eq(to.inspection))
        .await?;
    let Some(before) = rows.into_iter().next() else {
        return Ok(None);
    };
    let mut places = vec![of.place];
    if facts.central_leaders && before.dispatcher_id != to.home && before.dispatcher_id != of.place
    {
        places.push(before.dispatcher_id);
    }
    let holding = dispatch::holding(change, before.id).await?;
    let same =
        holding.len() == places.len() && holding.iter().all(|row| places.contains(&row.origin_id));
    if same && before.team_name.as_ref() == Some(&of.name) {
        return Ok(None);
    }
    let mut sent = before.clone().into_active_model();
    sent.team_name = Set(Some(of.name.clone()));
    let sent = change.update(&before, sent).await?;
    let origins = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(places))
        .await?;
    dispatch::replace(change, &sent, origins).await?;
    Ok(Some(sent))
}
