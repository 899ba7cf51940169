//! How instances on one PostgreSQL hear of each other's events at once.

use std::time::Duration;

use sea_orm::sqlx::{self, postgres::PgListener};

use super::bus::EventBus;

/// PostgreSQL channel on which instances tell each other that the log has grown.
pub const CHANNEL: &str = "inspectorate_sealed";

/// How long to wait before listening is tried again; meanwhile the sealer looks.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// Wake the sealer whenever another instance has sealed; never ends. A connection that was cut is made anew, and what was said
/// meanwhile is looked up; without a `url` there is nobody to listen to.
pub async fn listen(url: Option<String>, bus: &EventBus) {
    let Some(url) = url else {
        return std::future::pending().await;
    };
    loop {
        if let Err(error) = hear(&url, bus).await {
            tracing::warn!(%error, "cannot listen to other instances; looking instead, and trying again");
        }
        tokio::time::sleep(AGAIN_AFTER).await;
    }
}

async fn hear(url: &str, bus: &EventBus) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(CHANNEL).await?;
    loop {
        // Nothing may have been heard between the start, or a cut, and now.
        bus.look();
        // `None` when the connection was cut; the next call makes a new one.
        listener.try_recv().await?;
    }
}
