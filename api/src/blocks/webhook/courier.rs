//! The one task of an instance that delivers.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use futures::StreamExt;
use inspectorate_entity::{vocabulary::Vocabulary as _, webhooks::webhook};
use prometheus::IntCounterVec;
use tokio::{
    sync::{Mutex, watch},
    task::{JoinHandle, JoinSet},
    time::sleep,
};
use uuid::Uuid;

use super::{
    client::{Outcome, Receivers},
    due::Due,
};
use crate::{
    access::{
        policy::{Action, Agency, Role},
        viewer::Viewer,
    },
    blocks::event::EventBus,
    database::Database,
    error::{Error, ErrorCode, Result},
    read::feed::{self, Wanted},
    settings::WebhookSettings,
};

/// Webhooks delivered at once.
const AT_ONCE: usize = 8;
/// Calls of one webhook before others have their turn.
const IN_A_ROW: usize = 100;
/// How often webhooks are looked for whose waiting is over.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How long a webhook rests whose body is not registered.
const REST: Duration = Duration::from_secs(60);
/// The longest wait before the next try.
const LONGEST: Duration = Duration::from_secs(12 * 60 * 60);
/// What a claim holds beyond the time that a call may take.
const MARGIN: Duration = Duration::from_secs(20);

/// Delivers until it is closed; where no host may be called it does nothing at all.
pub struct Courier {
    stop: watch::Sender<bool>,
    running: Mutex<Option<JoinHandle<()>>>,
}

impl Courier {
    /// Has to be called on the runtime that it shall run on. `withheld` is what receivers do not hear of, whoever registered them.
    pub fn open(
        database: Database,
        bus: EventBus,
        settings: &WebhookSettings,
        withheld: Arc<[Action]>,
        calls: IntCounterVec,
    ) -> Result<Self> {
        let stop = watch::Sender::new(false);
        let running = if settings.webhook_allow.is_empty() {
            None
        } else {
            let round = Round {
                receivers: Receivers::new(settings)?,
                due: Due {
                    database,
                    instance: Uuid::new_v4(),
                    claim: settings.webhook_timeout + MARGIN,
                },
                bus,
                withheld,
                calls,
                backoff: settings.webhook_backoff,
                most: settings.webhook_max_attempts,
            };
            Some(tokio::spawn(run(Arc::new(round), stop.subscribe())))
        };
        Ok(Self {
            stop,
            running: Mutex::new(running),
        })
    }

    /// End; a call under way is given up, and made again by whoever delivers next.
    pub async fn close(&self) {
        self.stop.send_replace(true);
        let running = self.running.lock().await.take();
        if let Some(running) = running
            && let Err(error) = running.await
        {
            tracing::error!(%error, "the courier did not end well");
        }
    }
}

async fn run(round: Arc<Round>, mut stop: watch::Receiver<bool>) {
    let mut deliveries = JoinSet::new();
    let grown = round.bus.subscribe_after(round.bus.sealed());
    let mut grown = Box::pin(grown);
    loop {
        let room = AT_ONCE.saturating_sub(deliveries.len());
        match round.due.claim(round.bus.sealed(), room).await {
            Ok(claimed) => {
                for id in claimed {
                    let round = Arc::clone(&round);
                    deliveries.spawn(async move { round.deliver(id).await });
                }
            }
            Err(error) => tracing::warn!(code = error.code.as_str(), "cannot look for webhooks"),
        }
        tokio::select! {
            // Ends also when the service is gone.
            _ = stop.wait_for(|stop| *stop) => break,
            Some(_) = grown.next() => {}
            Some(_) = deliveries.join_next() => {}
            () = sleep(LOOK_EVERY) => {}
        }
    }
    deliveries.shutdown().await;
    // Else the claims end by themselves.
    let _ = round.due.release(None).await;
}

/// What a delivery needs.
struct Round {
    due: Due,
    receivers: Receivers,
    bus: EventBus,
    withheld: Arc<[Action]>,
    calls: IntCounterVec,
    backoff: Duration,
    most: u32,
}

impl Round {
    /// One event after the other, until there is none, one is refused, or others have their turn.
    async fn deliver(&self, id: Uuid) {
        for _ in 0..IN_A_ROW {
            match self.step(id).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::warn!(code = error.code.as_str(), "a webhook waits");
                    break;
                }
            }
        }
        // Else the claim ends by itself.
        let _ = self.due.release(Some(id)).await;
    }

    /// The next event; whether there may be another.
    async fn step(&self, id: Uuid) -> Result<bool> {
        let Some((row, code)) = self.due.hold(id).await? else {
            return Ok(false);
        };
        let viewer = match self.viewer(&row, code).await {
            Ok(viewer) => viewer,
            Err(error) if error.code == ErrorCode::Unauthenticated => {
                let why = "the body is not registered as this agency today";
                self.due
                    .fail(&row, why, Some(Utc::now() + REST), row.attempts)
                    .await?;
                return Ok(false);
            }
            Err(error) => return Err(error),
        };
        let (database, end) = (&self.due.database, self.bus.sealed());
        let wanted = Wanted {
            nouns: words(row.noun_filter.as_deref()),
            actions: words(row.action_filter.as_deref()),
        };
        let next = feed::next(&viewer, database, wanted, row.position, end).await?;
        let Some(event) = next else {
            self.due.advance(&row, end.max(row.position), false).await?;
            return Ok(false);
        };
        let outcome = self.receivers.call(&row, &event).await;
        let label = match outcome {
            Outcome::Delivered => "delivered",
            Outcome::Gone => "gone",
            Outcome::Failed(..) => "failed",
        };
        self.calls.with_label_values(&[label]).inc();
        match outcome {
            Outcome::Delivered => {
                self.due.advance(&row, event.position, true).await?;
                return Ok(true);
            }
            Outcome::Gone => self.due.end(&row).await?,
            Outcome::Failed(why, asked) => {
                let attempts = row.attempts.saturating_add(1);
                let next = self.next_try(attempts, asked);
                self.due.fail(&row, &why, next, attempts).await?;
            }
        }
        Ok(false)
    }

    /// As whom the owner hears now: its agency at its body, in the role that only reads, since nobody vouches for a higher one.
    async fn viewer(&self, row: &webhook::Model, code: String) -> Result<Viewer> {
        let agency = Agency::parse(&row.agency);
        let before = Viewer {
            subject: String::new(),
            name: String::new(),
            agency: agency.ok_or_else(|| Error::internal("a webhook of no agency"))?,
            roles: [Role::Viewer].into(),
            organization_id: row.organization_id,
            organization_code: code,
            organization_path: String::new(),
            authority_id: Uuid::nil(),
            jurisdiction: String::new(),
            expires_at: DateTime::<Utc>::MAX_UTC,
            withheld: Arc::clone(&self.withheld),
            targets: Arc::default(),
        };
        before.again(&self.due.database).await
    }

    /// When the event is tried again after so many tries in vain; none after the last.
    fn next_try(&self, attempts: i32, asked: Option<Duration>) -> Option<DateTime<Utc>> {
        let attempts = u32::try_from(attempts).unwrap_or(u32::MAX);
        if attempts >= self.most {
            return None;
        }
        let wait = jittered(doubled(self.backoff, attempts));
        let wait = wait.max(asked.unwrap_or_default().min(2 * LONGEST));
        Some(Utc::now() + wait)
    }
}

fn doubled(first: Duration, attempts: u32) -> Duration {
    let factor = 2_u32.saturating_pow(attempts.saturating_sub(1));
    first.saturating_mul(factor).min(LONGEST)
}

/// Up to a quarter longer, so that receivers that come back are not called by all at once.
fn jittered(wait: Duration) -> Duration {
    let (random, _) = Uuid::new_v4().as_u64_pair();
    let part = u32::try_from(random >> 40).unwrap_or_default() % 1_000;
    wait + wait / 4_000 * part
}

fn words(filter: Option<&str>) -> Option<Vec<String>> {
    filter.map(|words| words.split(' ').map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let first = Duration::from_secs(5);
        let waits = [1, 2, 3, 60].map(|attempts| doubled(first, attempts).as_secs());
        assert_eq!(waits, [5, 10, 20, LONGEST.as_secs()]);
        for _ in 0..100 {
            let wait = jittered(first);
            assert!(first <= wait && wait <= first + first / 4, "{wait:?}");
        }
    }
}
