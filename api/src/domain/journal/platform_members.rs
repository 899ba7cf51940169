//! How many of the people on teams use the service (S423).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::platform_use::midnight;
use crate::{
    access::visible,
    blocks::measure::Definition,
    domain::organizations::organization::Organization,
    error::{Error, Result},
    read::{Batch, noun::Noun},
};

pub const MEMBERS: Definition = Definition::new(
    "PLATFORM_MEMBERS_IN_USE",
    1,
    "Of the people who sat on a team of a dispatcher at or below the organization on some day of the month, those for whom something was changed, or something that the log of reads holds was read, in the month; a token's `sub` is the code of its person.",
    "当月曾任本单位及下级派出机关所派巡视巡察组成员的人员中，在平台上办理过事项或查阅过受限内容的人数所占比例（令牌的 sub 即人员编码）。",
);

/// The people on teams in a month, and those of them who used the service.
#[derive(Clone, Copy, Debug, Default)]
pub struct Members {
    pub seated: usize,
    pub in_use: usize,
}

/// Of each organization, the people on the teams of dispatchers at or below it.
pub async fn of_month(
    batch: &Batch<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<Uuid, Members>> {
    let mut sql = batch.sql();
    sql.push("SELECT h.id AS above, COUNT(DISTINCT m.person_id) AS seated, COUNT(DISTINCT CASE WHEN p.code IN (");
    for (number, table) in ["event", "access_record"].into_iter().enumerate() {
        sql.push(if number > 0 { " UNION " } else { "" })
            .push("SELECT actor_subject FROM ")
            .push(table)
            .push(" WHERE occurred_at >= ")
            .bind(midnight(from))
            .push(" AND occurred_at < ")
            .bind(midnight(to));
    }
    sql.push(") THEN m.person_id END) AS in_use FROM organization h JOIN organization d ON d.path >= h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' JOIN team_member m ON m.dispatcher_id = d.id AND m.starts_on < ")
        .bind(to)
        .push(" AND (m.ends_on IS NULL OR m.ends_on >= ")
        .bind(from)
        .push(") JOIN person p ON p.id = m.person_id WHERE h.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    sql.push(" GROUP BY h.id");
    let mut found = BTreeMap::new();
    for row in batch.fetch(sql).await? {
        let count = |column: &str| -> Result<usize> {
            usize::try_from(row.try_get::<i64>("", column)?).map_err(Error::internal)
        };
        let members = Members {
            seated: count("seated")?,
            in_use: count("in_use")?,
        };
        found.insert(row.try_get("", "above")?, members);
    }
    Ok(found)
}
