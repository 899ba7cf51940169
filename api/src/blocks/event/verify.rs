//! Recomputes the chain and names the first link that does not hold.

use std::fmt;

use inspectorate_entity::journal::event;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::{bus::end, chain};
use crate::{
    database::Database,
    error::{Error, Result},
};

/// How many events are read at a time: few enough that the database looks their subjects up one by one instead of going through
/// all of them, and that large changes fit into memory.
const CHUNK: i64 = 2_000;

/// What recomputing the chain has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every link holds. Keep the last hash somewhere else: only against that does a chain that was rewritten as a whole show.
    Intact { events: i64, hash: String },
    /// The first link that does not hold.
    Broken {
        position: i64,
        /// The event that stands there; null when none does.
        event: Option<Uuid>,
        fault: Fault,
    },
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No event stands at this position: it was removed, or moved elsewhere.
    Missing,
    /// The event is not what was sealed here: it was changed, replaced, moved from elsewhere, or taken out of a record's history.
    Changed,
    /// The event does not name the one before it as it is now.
    Unlinked,
    /// The event stands behind the end of the log: it was put there, or the end was set back.
    BehindTheEnd,
    /// The chain holds, but the end of the log is recorded as another: the end was tampered with.
    AnotherEnd,
}

/// Go over the whole sealed log. Changes may go on meanwhile; what is sealed after the start is not looked at.
///
/// A chunk is hashed while the next is read, and no more than these two are in memory, however long the log is.
pub async fn verify(database: &Database) -> Result<Verdict> {
    let end = end(database).await?;
    let mut link = Link {
        position: 0,
        hash: "0".repeat(64),
    };
    let mut next = Some(Chunk::read(database, 1, end.position).await?);
    while let Some(chunk) = next.take().filter(|chunk| chunk.first <= end.position) {
        let after = chunk.last + 1;
        let checked = tokio::task::spawn_blocking(move || chunk.check(link));
        let (checked, following) =
            tokio::join!(checked, Chunk::read(database, after, end.position));
        match checked.map_err(Error::internal)? {
            Ok(last) => link = last,
            Err(broken) => return Ok(broken),
        }
        next = Some(following?);
    }
    if link.hash != end.hash {
        return Ok(broken(link.position, None, Fault::AnotherEnd));
    }
    behind(database, link.position, link.hash).await
}

/// The last event that holds.
struct Link {
    position: i64,
    hash: String,
}

/// The events from one position to another, as far as they are there.
struct Chunk {
    first: i64,
    last: i64,
    events: Vec<event::Model>,
    subjects: chain::Subjects,
}

impl Chunk {
    /// The events from `first` on, up to `end` or as many as a chunk holds.
    async fn read(database: &Database, first: i64, end: i64) -> Result<Self> {
        let last = end.min(first + CHUNK - 1);
        let found = event::Entity::find().filter(event::Column::Position.between(first, last));
        let ids = found
            .clone()
            .select_only()
            .column(event::Column::Id)
            .into_query();
        let found = found.order_by_asc(event::Column::Position);
        let (events, subjects) = if first > end {
            (Vec::new(), chain::Subjects::new())
        } else {
            (
                found.all(&database.reader).await?,
                chain::subjects(&database.reader, ids).await?,
            )
        };
        Ok(Self {
            first,
            last,
            events,
            subjects,
        })
    }

    /// The last link of the chunk, or the first of it that does not hold.
    fn check(self, before: Link) -> Result<Link, Verdict> {
        let Link {
            mut position,
            mut hash,
        } = before;
        for event in &self.events {
            position += 1;
            if event.position != Some(position) {
                return Err(broken(position, None, Fault::Missing));
            }
            if event.previous_hash.as_deref() != Some(&hash) {
                return Err(broken(position, Some(event.id), Fault::Unlinked));
            }
            hash = chain::link(event, &self.subjects, position, &hash);
            if event.hash.as_deref() != Some(&hash) {
                return Err(broken(position, Some(event.id), Fault::Changed));
            }
        }
        if position < self.last {
            return Err(broken(position + 1, None, Fault::Missing));
        }
        Ok(Link { position, hash })
    }
}

/// Events behind the end are honest only if they were sealed since the start, and then the end has moved with them.
async fn behind(database: &Database, position: i64, hash: String) -> Result<Verdict> {
    let last = event::Entity::find()
        .filter(event::Column::Position.gt(position))
        .order_by_desc(event::Column::Position)
        .one(&database.reader)
        .await?;
    let Some(last) = last else {
        return Ok(Verdict::Intact {
            events: position,
            hash,
        });
    };
    let now = end(database).await?;
    match last.position {
        Some(behind) if behind > now.position => {
            Ok(broken(behind, Some(last.id), Fault::BehindTheEnd))
        }
        _ => Ok(Verdict::Intact {
            events: position,
            hash,
        }),
    }
}

fn broken(position: i64, event: Option<Uuid>, fault: Fault) -> Verdict {
    Verdict::Broken {
        position,
        event,
        fault,
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Intact { events: 0, .. } => f.write_str("The event log is empty."),
            Self::Intact { events, hash } => write!(
                f,
                "All {events} events hold; the last hash is {hash} (keep it elsewhere to compare)."
            ),
            Self::Broken {
                position,
                event,
                fault,
            } => {
                write!(f, "The first broken link is at position {position}")?;
                if let Some(event) = event {
                    write!(f, " (event {event})")?;
                }
                write!(f, ": {fault}.")
            }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "no event stands there, it was removed or moved",
            Self::Changed => "the event is not what was sealed there",
            Self::Unlinked => {
                "the event does not follow the one before it, one of the two was replaced"
            }
            Self::BehindTheEnd => "the event stands behind the recorded end of the log",
            Self::AnotherEnd => "the recorded end of the log has another hash",
        })
    }
}
