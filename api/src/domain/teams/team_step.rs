//! One step of a team through its life cycle, for the verbs that take one.

use inspectorate_entity::teams::team::{self, TeamStatus};

use super::{team_facts, team_life_cycle::TEAM};
use crate::{access::change::Change, domain::coverage::gates::own, error::Result};

/// The state to which the verb at hand leads the team, or what stands in the way.
pub async fn take(change: &Change, team: &team::Model) -> Result<TeamStatus> {
    own(change.viewer(), team.dispatcher_id, "input.team")?;
    let facts = team_facts::of_change(change, team.id).await?;
    TEAM.take(change.action(), team.status, &facts)
        .map_err(|error| match error.field {
            Some(_) => error,
            None => error.field("input.team"),
        })
}
