//! Sealed events by position, for subscribers and webhooks.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{noun::Noun, sql::Sql};
use crate::{
    access::{policy::Action, viewer::Viewer, visible},
    blocks::workflow::verb,
    database::Database,
    domain::{
        coordination::coordination_request::CoordinationRequest,
        joint_operations::joint_operation::JointOperation, journal::event::Event,
    },
    error::Result,
};

/// Records read at once.
const PAGE: usize = 100;

/// What a subscriber follows through the log.
#[derive(Clone, Copy, Debug)]
pub enum Feed {
    /// Every event.
    Events,
    /// Requests sent to the viewer's body.
    RequestsReceived,
    /// Joint operations that changed, or in which something did.
    OperationsChanged,
}

/// Position and id of the first records of `feed` after `after` up to `end` that exist for the viewer now.
pub async fn between(
    feed: Feed,
    viewer: &Viewer,
    database: &Database,
    after: i64,
    end: i64,
) -> Result<Vec<(i64, Uuid)>> {
    let mut sql = Sql::new(database.backend());
    sql.push("SELECT e.position, t.id FROM event e JOIN ");
    let noun = match feed {
        Feed::Events => {
            sql.push("event t ON t.id = e.id");
            Event::DEF
        }
        Feed::RequestsReceived => {
            sql.push("coordination_request t ON t.id = e.subject_id AND t.receiver_id = ")
                .bind(viewer.organization_id)
                .push(" AND e.action = ")
                .bind(verb(Action::SendCoordinationRequest));
            CoordinationRequest::DEF
        }
        Feed::OperationsChanged => {
            sql.push("event_subject s ON s.event_id = e.id AND s.noun = ")
                .bind(JointOperation::DEF.name)
                .push(" JOIN joint_operation t ON t.id = s.subject_id");
            JointOperation::DEF
        }
    };
    sql.push(" WHERE e.position > ").bind(after);
    sql.push(" AND e.position <= ").bind(end).push(" AND ");
    visible::rows(noun, viewer, "t", &mut sql);
    sql.push(" ORDER BY e.position LIMIT ").number(PAGE);
    let rows = database.reader.query_all_raw(sql.finish()).await?;
    rows.iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect()
}

/// Which events are wanted; none for all.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub nouns: Option<Vec<String>>,
    pub actions: Option<Vec<String>>,
}

/// Which event it is, and of which record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub position: i64,
    pub id: Uuid,
    pub noun: String,
    pub subject: Uuid,
    pub action: String,
    pub occurred_at: DateTime<Utc>,
}

/// The first event after `after` up to `end` that is wanted and exists for the viewer now.
pub async fn next(
    viewer: &Viewer,
    database: &Database,
    wanted: Wanted,
    after: i64,
    end: i64,
) -> Result<Option<Sealed>> {
    let mut sql = Sql::new(database.backend());
    sql.push("SELECT e.position, e.id, e.noun, e.subject_id, e.action, e.occurred_at FROM event e WHERE e.position > ")
        .bind(after)
        .push(" AND e.position <= ")
        .bind(end);
    if let Some(nouns) = wanted.nouns {
        sql.push(" AND e.noun").in_texts(nouns);
    }
    if let Some(actions) = wanted.actions {
        sql.push(" AND e.action").in_texts(actions);
    }
    sql.push(" AND ");
    visible::rows(Event::DEF, viewer, "e", &mut sql);
    sql.push(" ORDER BY e.position LIMIT 1");
    let Some(row) = database.reader.query_one_raw(sql.finish()).await? else {
        return Ok(None);
    };
    Ok(Some(Sealed {
        position: row.try_get_by_index(0)?,
        id: row.try_get_by_index(1)?,
        noun: row.try_get_by_index(2)?,
        subject: row.try_get_by_index(3)?,
        action: row.try_get_by_index(4)?,
        occurred_at: row.try_get_by_index(5)?,
    }))
}
