//! From a token to its viewer, once for the many requests that a screen sends in a row.
//!
//! What was found is used again for a moment, and not beyond the next change: a registration that ends here shuts its people
//! out with the very next request, one that ends on another instance as soon as this one hears of it.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use chrono::Utc;
use lru::LruCache;
use sha2::{Digest, Sha256};

use super::{token::Tokens, viewer::Viewer};
use crate::{
    blocks::event::EventBus,
    database::Database,
    error::Result,
    settings::{InvalidSetting, TokenSettings},
};

/// Tokens remembered at most; who has more people at work in one moment asks the registry more often.
const ROOM: NonZeroUsize = NonZeroUsize::new(4_096).unwrap();

/// Knows whom a token speaks for; one for all requests.
pub struct Viewers {
    tokens: Tokens,
    database: Database,
    bus: EventBus,
    max_age: Duration,
    /// By digest, so that no token lies about in memory.
    known: Mutex<LruCache<[u8; 32], Known>>,
}

struct Known {
    viewer: Arc<Viewer>,
    /// How often the log had moved before the registry was asked.
    moved: u64,
    until: Instant,
}

impl Viewers {
    /// Read the keys that tokens are checked with.
    pub async fn open(
        settings: &TokenSettings,
        database: Database,
        bus: EventBus,
    ) -> Result<Self, InvalidSetting> {
        Ok(Self {
            tokens: Tokens::open(settings).await?,
            database,
            bus,
            max_age: settings.viewer_max_age,
            known: Mutex::new(LruCache::new(ROOM)),
        })
    }

    /// How the service hears of changes, and is told of one.
    pub fn bus(&self) -> &EventBus {
        &self.bus
    }

    /// The viewer whom `token` speaks for, if everything about it is right.
    pub async fn of(&self, token: &str) -> Result<Arc<Viewer>> {
        let digest: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        let moved = self.bus.moved();
        if let Some(viewer) = self.known(&digest, moved) {
            return Ok(viewer);
        }
        let claims = self.tokens.read(token).await?;
        let viewer = Arc::new(Viewer::resolve(&self.database, claims).await?);
        let left = viewer.expires_at - Utc::now() + self.tokens.leeway();
        let age = self.max_age.min(left.to_std().unwrap_or_default());
        let known = Known {
            viewer: Arc::clone(&viewer),
            moved,
            until: Instant::now() + age,
        };
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        all.put(digest, known);
        Ok(viewer)
    }

    fn known(&self, digest: &[u8; 32], moved: u64) -> Option<Arc<Viewer>> {
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(digest)?;
        let holds = known.moved == moved && Instant::now() < known.until;
        holds.then(|| Arc::clone(&known.viewer))
    }
}
