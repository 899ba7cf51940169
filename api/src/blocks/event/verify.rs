//! Recomputes the chain and names the first link that does not hold.

use std::fmt;

use inspectorate_entity::journal::event;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::{bus::end, chain};
use crate::{database::Database, error::Result};

/// How many events are in memory at a time; large, because a database may go through the whole table of subjects for each.
const CHUNK: i64 = 20_000;

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
pub async fn verify(database: &Database) -> Result<Verdict> {
    let end = end(database).await?;
    let mut hash = "0".repeat(64);
    let mut position = 0;
    while position < end.position {
        let last = end.position.min(position + CHUNK);
        let chunk =
            event::Entity::find().filter(event::Column::Position.between(position + 1, last));
        let ids = chunk
            .clone()
            .select_only()
            .column(event::Column::Id)
            .into_query();
        let subjects = chain::subjects(&database.reader, ids).await?;
        let events = chunk
            .order_by_asc(event::Column::Position)
            .all(&database.reader)
            .await?;
        for event in events {
            position += 1;
            if event.position != Some(position) {
                return Ok(broken(position, None, Fault::Missing));
            }
            if event.previous_hash.as_deref() != Some(&hash) {
                return Ok(broken(position, Some(event.id), Fault::Unlinked));
            }
            hash = chain::link(&event, &subjects, position, &hash);
            if event.hash.as_deref() != Some(&hash) {
                return Ok(broken(position, Some(event.id), Fault::Changed));
            }
        }
        if position < last {
            return Ok(broken(position + 1, None, Fault::Missing));
        }
    }
    if hash != end.hash {
        return Ok(broken(position, None, Fault::AnotherEnd));
    }
    behind(database, position, hash).await
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
