//! How often the video consultation system was used (S421).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    access::visible,
    blocks::measure::Definition,
    domain::{meetings::meeting::Meeting, organizations::organization::Organization},
    error::{Error, Result},
    read::{Batch, noun::Noun},
};

pub const VIDEO: Definition = Definition::new(
    "MEETINGS_BY_VIDEO",
    1,
    "Meetings held by video in the month in the work of dispatchers at or below the organization; of those below, the ones that were filed.",
    "本单位及下级派出机关当月以视频方式召开的会议次数；下级的以已报备的为准。",
);

/// Of each organization, the meetings by video of dispatchers at or below it, as far as the viewer may see them.
pub async fn of_month(
    batch: &Batch<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<Uuid, usize>> {
    let mut sql = batch.sql();
    sql.push("SELECT h.id AS above, COUNT(*) AS held FROM organization h JOIN organization d ON d.path >= h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' JOIN meeting m ON m.dispatcher_id = d.id AND m.medium = 'VIDEO' AND m.held_on >= ")
        .bind(from)
        .push(" AND m.held_on < ")
        .bind(to)
        .push(" WHERE h.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    sql.push(" AND ");
    visible::rows(Meeting::DEF, batch.viewer(), "m", &mut sql);
    sql.push(" GROUP BY h.id");
    let mut found = BTreeMap::new();
    for row in batch.fetch(sql).await? {
        let held: i64 = row.try_get("", "held")?;
        let held = usize::try_from(held).map_err(Error::internal)?;
        found.insert(row.try_get("", "above")?, held);
    }
    Ok(found)
}
