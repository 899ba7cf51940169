//! How readers learn that the log has grown.

use std::{
    ops::RangeInclusive,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use futures::{Stream, stream};
use inspectorate_entity::journal::event_seal;
use sea_orm::EntityTrait;
use tokio::{
    sync::{Mutex, Notify, watch},
    task::JoinHandle,
};

use crate::{
    database::Database,
    error::{Error, Result},
};

/// Knows up to which position the log is sealed, and tells those who wait for more. Cheap to clone; one for each process.
///
/// It carries positions, not events: a subscriber reads the events itself, through its viewer's rights at that moment, and one
/// that was slow gets a longer range instead of missing any.
#[derive(Clone, Debug)]
pub struct EventBus(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    committed: Notify,
    moved: AtomicU64,
    sealed: watch::Sender<i64>,
    closing: watch::Sender<bool>,
    sealer: Mutex<Option<JoinHandle<()>>>,
}

impl EventBus {
    /// The bus of a process on `database`, standing at the end of the sealed log.
    pub async fn open(database: &Database) -> Result<Self> {
        Ok(Self(Arc::new(Inner {
            committed: Notify::new(),
            moved: AtomicU64::new(0),
            sealed: watch::Sender::new(end(database).await?.position),
            closing: watch::Sender::new(false),
            sealer: Mutex::new(None),
        })))
    }

    /// Seal what is committed, and end the sealing of this process: what is committed later waits for the next one.
    pub async fn close(&self) {
        self.0.closing.send_replace(true);
        let sealer = self.0.sealer.lock().await.take();
        if let Some(sealer) = sealer
            && let Err(error) = sealer.await
        {
            tracing::error!(%error, "the sealer did not end well; its events wait for the next start");
        }
    }

    pub(super) async fn sealed_by(&self, sealer: JoinHandle<()>) {
        *self.0.sealer.lock().await = Some(sealer);
    }

    /// Whether the process is about to end.
    pub(super) fn is_closing(&self) -> bool {
        *self.0.closing.borrow()
    }

    /// Ends when the process is about to.
    pub(super) async fn closing(&self) {
        let mut closing = self.0.closing.subscribe();
        // Fails only when the bus is gone, and then there is nothing left to seal for.
        let _ = closing.wait_for(|closing| *closing).await;
    }

    /// Position of the last sealed event; 0 before the first. `subscribe_after(sealed())` follows from now on.
    pub fn sealed(&self) -> i64 {
        *self.0.sealed.borrow()
    }

    /// Every position after `position`, without gap or repetition, as ranges; each range is there to be read when it comes.
    /// A range is as long as the subscriber was away, so read it in pages. Ends only with the process.
    pub fn subscribe_after(
        &self,
        position: i64,
    ) -> impl Stream<Item = RangeInclusive<i64>> + Send + use<> {
        let sealed = self.0.sealed.subscribe();
        stream::unfold((sealed, position), |(mut sealed, after)| async move {
            let end = *sealed.wait_for(|end| *end > after).await.ok()?;
            Some((after + 1..=end, (sealed, end)))
        })
    }

    /// A change was committed here: seal it now instead of at the next look.
    pub fn wake(&self) {
        self.0.moved.fetch_add(1, Ordering::AcqRel);
        self.0.committed.notify_one();
    }

    /// Grows with every change made here and with everything sealed, wherever it was made: while it stays, what was read holds.
    pub fn moved(&self) -> u64 {
        self.0.moved.load(Ordering::Acquire)
    }

    /// Another instance says that the log has grown: look.
    pub(super) fn look(&self) {
        self.0.committed.notify_one();
    }

    pub(super) async fn committed(&self) {
        self.0.committed.notified().await;
    }

    pub(super) fn publish(&self, end: i64) {
        self.0.sealed.send_if_modified(|sealed| {
            let grown = end > *sealed;
            *sealed = end.max(*sealed);
            if grown {
                self.0.moved.fetch_add(1, Ordering::AcqRel);
            }
            grown
        });
    }
}

/// The end of the sealed log as it is committed now.
pub(super) async fn end(database: &Database) -> Result<event_seal::Model> {
    event_seal::Entity::find_by_id(1)
        .one(&database.reader)
        .await?
        .ok_or_else(|| Error::internal("the table event_seal has lost its row"))
}
