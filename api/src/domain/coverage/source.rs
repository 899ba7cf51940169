//! Where figures and proposals get their rows from: the same statements with the same rights, in a request that reads and in one
//! that writes.

use sea_orm::QueryResult;

use crate::{
    access::{change::Change, viewer::Viewer},
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

    /// Run a statement that selects; rights are the caller's part, by `access::visible::rows`.
    pub async fn fetch(&self, sql: Sql) -> Result<Vec<QueryResult>> {
        match self {
            Self::Reading(batch) => batch.fetch(sql).await,
            Self::Changing(change) => change.select(sql).await,
        }
    }
}
