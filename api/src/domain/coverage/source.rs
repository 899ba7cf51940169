//! Where figures and proposals get their rows from: the same statements with the same rights, in a request that reads and in one
//! that writes.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    access::{change::Change, viewer::Viewer},
    blocks::setting::{self, Settings},
    error::Result,
    read::{Batch, Sql},
};

/// A request that reads, or one that writes.
pub enum Source<'a, 'b> {
    Reading(&'a Batch<'b>),
    Changing(&'a Change),
}

impl Source<'_, '_> {
    /// Who asks.
    pub fn viewer(&self) -> &Viewer {
        match self {
            Self::Reading(batch) => batch.viewer(),
            Self::Changing(change) => change.viewer(),
        }
    }

    /// An empty statement for the database at hand.
    pub fn sql(&self) -> Sql {
        match self {
            Self::Reading(batch) => batch.sql(),
            Self::Changing(change) => change.sql(),
        }
    }

    /// What each of `dispatchers` goes by on `day`; one that is left out goes by the shipped defaults.
    pub async fn settings(
        &self,
        dispatchers: &[Uuid],
        day: NaiveDate,
    ) -> Result<HashMap<Uuid, Settings>> {
        match self {
            Self::Reading(batch) => setting::of_batch(batch, dispatchers, day).await,
            Self::Changing(change) => {
                let mut settings = HashMap::new();
                for dispatcher in dispatchers {
                    let own = setting::of_change(change, *dispatcher, day).await?;
                    settings.insert(*dispatcher, own);
                }
                Ok(settings)
            }
        }
    }

    /// Run a statement that selects; rights are the caller's part, by `access::visible::rows`.
    pub async fn fetch(&self, sql: Sql) -> Result<Vec<QueryResult>> {
        match self {
            Self::Reading(batch) => batch.fetch(sql).await,
            Self::Changing(change) => change.select(sql).await,
        }
    }
}
