//! The event log (事件日志): gapless, in the order in which changes became durable, and chained so that tampering shows.
//!
//! A change writes its event in its own transaction, without a place in the log ([`crate::access::change`]). The [`sealer`], one
//! at a time over all instances, takes what is committed, gives it its `position` and the [`chain`] its hash, and tells the
//! [`bus`]. Whoever reads by position therefore never sees N+1 before N, and [`verify`] finds the first link that was broken.
#![expect(
    clippy::disallowed_methods,
    reason = "sealing and verifying go over every event, whoever may see it, and show none of them to anybody"
)]

pub mod bus;
mod chain;
mod listener;
pub mod sealer;
pub mod verify;

pub use bus::EventBus;

use crate::{database::Database, error::Result};

/// Open the log of `database`: from now on it is sealed here, or by another instance, and followed by the bus that comes back.
/// `url` is where instances on PostgreSQL tell each other of changes. [`EventBus::close`] ends it.
pub async fn follow(database: &Database, url: Option<String>) -> Result<EventBus> {
    let bus = EventBus::open(database).await?;
    let sealing = tokio::spawn(sealer::run(database.clone(), bus.clone(), url));
    bus.sealed_by(sealing).await;
    Ok(bus)
}
