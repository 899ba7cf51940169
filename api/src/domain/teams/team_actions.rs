//! What the viewer may do with a team now.

use inspectorate_entity::{teams::team::TeamStatus, vocabulary::Vocabulary};

use super::{team_facts, team_life_cycle::TEAM};
use crate::{
    blocks::workflow::AvailableAction,
    error::{Error, Result},
    read::Batch,
};

/// The actions on each team, from the facts of the whole batch.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let facts = team_facts::of_batch(batch, &batch.ids()).await?;
    let teams = batch.ids().into_iter().enumerate();
    teams
        .map(|(row, id)| {
            let status = batch.text(row, "status").and_then(TeamStatus::parse);
            let (Some(status), Some(facts)) = (status, facts.get(&id)) else {
                return Err(Error::internal("a team without status or facts"));
            };
            Ok(TEAM.available(batch.viewer(), status, facts))
        })
        .collect()
}
