//! Adopt a proposed cross assignment.

use inspectorate_entity::{coverage::round, inspections::inspection, teams::team};
use inspectorate_macros::{Input, verb};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::{
    assignment::{self, Since},
    cross::{
        CrossAssignmentRequestInput,
        facts::problem,
        solve::{Outcome, solve_aside},
    },
    gates, marking,
};
use crate::{
    access::change::Change,
    domain::coverage::{round::Round, source::Source},
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        text::{Code, Paragraph},
    },
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
    /// Why inspections are taken from teams that have them; needed when other teams have some, leave it out otherwise (调整原因).
    pub reason: Option<Paragraph>,
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
    let since = Since {
        day: change.today(),
        reason: input.reason.as_ref().map(|reason| reason.0.as_str()),
    };
    let mut changed = Vec::new();
    for (object, team) in teams.into_iter().enumerate() {
        let (to, of) = (&facts.objects[object], &facts.teams[team]);
        changed.extend(send(change, to.inspection, of.id, since).await?);
    }
    marking::renew(change, &changed).await?;
    Ok(round.id)
}

/// Give an inspection its team; answers it unless the team has it already.
async fn send(
    change: &mut Change,
    inspection: Uuid,
    team: Uuid,
    since: Since<'_>,
) -> Result<Option<inspection::Model>> {
    let inspections = change
        .rows::<inspection::Entity>(inspection::Column::Id.eq(inspection))
        .await?;
    let teams = change
        .rows::<team::Entity>(team::Column::Id.eq(team))
        .await?;
    let (Some(before), Some(team)) = (inspections.first(), teams.first()) else {
        return Err(Error::internal("an assignment of what does not exist"));
    };
    if before.team_id == Some(team.id) {
        return Ok(None);
    }
    let given = assignment::give(change, before, team, since, "input.request").await?;
    Ok(Some(given))
}
