//! Sealed events by position, for subscribers.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{noun::Noun, sql::Sql};
use crate::{
    access::{viewer::Viewer, visible},
    database::Database,
    domain::journal::event::Event,
    error::Result,
};

/// Events read at once.
const PAGE: usize = 100;

/// Position and id of the first events after `after` up to `end` that exist for the viewer now.
pub async fn events_between(
    viewer: &Viewer,
    database: &Database,
    after: i64,
    end: i64,
) -> Result<Vec<(i64, Uuid)>> {
    let mut sql = Sql::new(database.backend());
    sql.push("SELECT t.position, t.id FROM event t WHERE t.position > ")
        .bind(after);
    sql.push(" AND t.position <= ").bind(end).push(" AND ");
    visible::rows(Event::DEF, viewer, "t", &mut sql);
    sql.push(" ORDER BY t.position LIMIT ").number(PAGE);
    let rows = database.reader.query_all_raw(sql.finish()).await?;
    rows.iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect()
}
