//! What a solver takes seconds for is done aside, so that the thread goes on answering other requests.

use crate::error::{Error, Result};

/// The result of `work`, done on a thread on which nothing waits.
pub async fn aside<T, F>(work: F) -> Result<T>
where
    F: FnOnce() -> Result<T> + Send + 'static,
    T: Send + 'static,
{
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Error::internal)?
}
