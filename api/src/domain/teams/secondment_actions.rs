//! What the viewer may do with a secondment now.

use inspectorate_entity::{teams::secondment::SecondmentStatus, vocabulary::Vocabulary};

use super::secondment_life_cycle::{NoFacts, SECONDMENT};
use crate::{
    blocks::workflow::AvailableAction,
    error::{Error, Result},
    read::Batch,
};

/// The actions on each secondment.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(SecondmentStatus::parse);
            let status = status.ok_or_else(|| Error::internal("a secondment without status"))?;
            Ok(SECONDMENT.available(batch.viewer(), status, &NoFacts))
        })
        .collect()
}
