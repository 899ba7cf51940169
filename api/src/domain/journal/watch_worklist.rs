//! What changes in a worklist, for whoever watches it.

use std::{
    collections::{BTreeSet, HashSet},
    ops::RangeInclusive,
    pin::Pin,
    time::Duration,
};

use async_graphql::{ID, SimpleObject};
use futures::{Stream, StreamExt, stream};
use tokio::time::{Instant, sleep_until};

use super::worklist::{self, Entry};
use crate::{
    blocks::event::EventBus,
    error::{ErrorCode, Result},
    graphql::node_id,
    read::Reader,
};

/// Entries that are compared; of a longer list its first.
const MOST: i64 = 1_000;

/// A list is asked for at most so often.
const EVERY: Duration = Duration::from_secs(1);

/// What changed in the viewer's worklist (待办变动).
#[derive(SimpleObject)]
pub struct WorklistChange {
    /// Up to which position of the log it is counted (序号).
    position: i64,
    /// How many entries there are now; of a longer list its first 1,000 are compared (待办数).
    count: usize,
    /// The records with an entry that is new or stands otherwise than before, such as in another state or with another due day (新增或变动的记录).
    changed: Vec<ID>,
    /// The records that have no entry any more (已办结的记录).
    gone: Vec<ID>,
}

struct Watch {
    ranges: Pin<Box<dyn Stream<Item = RangeInclusive<i64>> + Send>>,
    known: Option<HashSet<Entry>>,
    position: i64,
    next_look: Instant,
}

/// How the list stands, and then each change of it, as the viewer's rights are at that moment. A viewer whose registration has
/// ended is told so and hears no more; when the database does not answer the stream ends, so that the client comes again.
pub fn changes<'a>(
    reader: Reader<'a>,
    bus: &EventBus,
) -> impl Stream<Item = Result<WorklistChange>> + use<'a> {
    let position = bus.sealed();
    let watch = Watch {
        ranges: bus.subscribe_after(position).boxed(),
        known: None,
        position,
        next_look: Instant::now(),
    };
    stream::unfold(Some(watch), move |watch| step(reader, watch))
}

async fn step(
    reader: Reader<'_>,
    watch: Option<Watch>,
) -> Option<(Result<WorklistChange>, Option<Watch>)> {
    let mut watch = watch?;
    loop {
        if watch.known.is_some() {
            sleep_until(watch.next_look).await;
            watch.position = *watch.ranges.next().await?.end();
        }
        watch.next_look = Instant::now() + EVERY;
        let now = match standing(reader).await {
            Ok(now) => now,
            Err(error) if error.code == ErrorCode::Unauthenticated => {
                return Some((Err(error), None));
            }
            Err(_) => return None,
        };
        let change = watch.known.as_ref().map_or_else(
            || compared(&HashSet::new(), &now),
            |known| compared(known, &now),
        );
        let first = watch.known.replace(now).is_none();
        let (count, changed, gone) = change;
        if first || !changed.is_empty() || !gone.is_empty() {
            let change = WorklistChange {
                position: watch.position,
                count,
                changed,
                gone,
            };
            return Some((Ok(change), Some(watch)));
        }
    }
}

/// The entries as the registry knows the viewer now.
async fn standing(reader: Reader<'_>) -> Result<HashSet<Entry>> {
    let viewer = reader.viewer.again(reader.database).await?;
    let entries = worklist::entries(&reader.seen_by(&viewer), MOST).await?;
    Ok(entries.into_iter().collect())
}

/// How many entries there are `now`, whose records changed, and whose have none any more.
fn compared(before: &HashSet<Entry>, now: &HashSet<Entry>) -> (usize, Vec<ID>, Vec<ID>) {
    let records = |entries: &HashSet<Entry>, unless: &HashSet<Entry>| -> BTreeSet<String> {
        let others = entries.difference(unless);
        others
            .map(|entry| node_id::encode(&entry.noun, entry.id))
            .collect()
    };
    let ids = |records: BTreeSet<String>| records.into_iter().map(ID).collect();
    let standing = records(now, &HashSet::new());
    let mut gone = records(before, now);
    gone.retain(|record| !standing.contains(record));
    // A record that lost one of several entries stands otherwise, too.
    let mut changed = records(now, before);
    let lost = records(before, now);
    changed.extend(lost.into_iter().filter(|record| standing.contains(record)));
    (now.len(), ids(changed), ids(gone))
}
