//! How units stand with what they are to nominate.

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use chrono::NaiveDate;
use uuid::Uuid;

use super::secondment_quota::SecondmentQuota;
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, as_of},
    domain::{organizations::organization::Organization, teams::secondment::Secondment},
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, Sql, noun::Noun},
};

const NOMINATED: Definition = Definition::new(
    "QUOTA_NOMINATED",
    1,
    "People whom the unit nominated for the round up to the day asked for and who were not refused by then, against the number asked of it.",
    "截至统计日该单位为本轮推荐且未被否决的人数占选派任务数的比例。",
);

/// A unit that has nominated too few (逾期未完成选派的单位).
#[derive(Clone, Debug, SimpleObject)]
pub struct OverdueQuota {
    /// What was asked of it: a `SecondmentQuota` (选派任务).
    pub quota_id: ID,
    /// What the unit is called; null when the viewer may not see the unit (派出单位).
    pub unit: Option<String>,
    /// How many it was to nominate (选派人数).
    pub number: i32,
    /// How many it has nominated up to the day, the refused left out (已推荐人数).
    pub nominated: i32,
    /// The last day for the nominations (推荐截止日期).
    pub due_on: Date,
}

/// Who was nominated under each quota up to the day, against its number.
pub async fn nominated(batch: &Batch<'_>) -> Result<Vec<Option<Measure>>> {
    let day = as_of(batch.argument::<Option<Date>>("asOf")?)?;
    let counts = counts(batch, day).await?;
    let quotas = batch.ids().into_iter().enumerate();
    Ok(quotas
        .map(|(row, quota)| {
            let id = node_id::encode(SecondmentQuota::DEF.name, quota);
            let due = batch.date(row, "due_on")?.to_string();
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::SecondmentQuota, Some(id), due)],
                as_of: day,
            };
            let number = usize::try_from(batch.integer(row, "number")?).ok()?;
            let counted = counts.get(&quota).copied().unwrap_or_default();
            Some(basis.share(counted, number, NOMINATED))
        })
        .collect())
}

/// Whether each quota was missed on the day.
pub async fn overdue(batch: &Batch<'_>) -> Result<Vec<Option<bool>>> {
    let day = as_of(batch.argument::<Option<Date>>("asOf")?)?;
    let counts = counts(batch, day).await?;
    let quotas = batch.ids().into_iter().enumerate();
    Ok(quotas
        .map(|(row, quota)| {
            let number = usize::try_from(batch.integer(row, "number")?).ok()?;
            let counted = counts.get(&quota).copied().unwrap_or_default();
            Some(batch.date(row, "due_on")? < day && counted < number)
        })
        .collect())
}

/// How many were nominated under each of these quotas up to the day; those without any are left out.
async fn counts(batch: &Batch<'_>, day: NaiveDate) -> Result<HashMap<Uuid, usize>> {
    let mut sql = batch.sql();
    sql.push("SELECT q.id, COUNT(*) FROM secondment_quota q JOIN secondment s ON ");
    under_quota(batch, day, &mut sql);
    sql.push(" WHERE q.id")
        .in_ids(&batch.ids())
        .push(" GROUP BY q.id");
    let mut counts = HashMap::new();
    for row in batch.fetch(sql).await? {
        let counted: i64 = row.try_get_by_index(1)?;
        let counted = usize::try_from(counted).unwrap_or_default();
        counts.insert(row.try_get_by_index(0)?, counted);
    }
    Ok(counts)
}

/// The units of each dispatcher whose last day was over on the day and that had nominated too few; the soonest due first.
pub async fn overdue_quotas(batch: &Batch<'_>) -> Result<Vec<Vec<OverdueQuota>>> {
    let day = as_of(batch.argument::<Option<Date>>("asOf")?)?;
    let mut sql = batch.sql();
    sql.push(
        "SELECT q.id, q.dispatcher_id, q.number, q.due_on, CAST(COUNT(s.id) AS INTEGER) AS nominated, CASE WHEN ",
    );
    visible::rows(Organization::DEF, batch.viewer(), "h", &mut sql);
    sql.push(
        " THEN h.name END AS unit FROM secondment_quota q JOIN organization h ON h.id = q.home_organization_id \
         LEFT JOIN secondment s ON ",
    );
    under_quota(batch, day, &mut sql);
    sql.push(" WHERE q.due_on < ")
        .bind(day)
        .push(" AND q.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(SecondmentQuota::DEF, batch.viewer(), "q", &mut sql);
    sql.push(
        " GROUP BY q.id, q.dispatcher_id, q.number, q.due_on, h.id HAVING COUNT(s.id) < q.number \
         ORDER BY q.due_on, q.id",
    );
    let mut overdue: HashMap<Uuid, Vec<OverdueQuota>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let quota: Uuid = row.try_get("", "id")?;
        overdue
            .entry(row.try_get("", "dispatcher_id")?)
            .or_default()
            .push(OverdueQuota {
                quota_id: ID(node_id::encode(SecondmentQuota::DEF.name, quota)),
                unit: row.try_get("", "unit")?,
                number: row.try_get("", "number")?,
                nominated: row.try_get("", "nominated")?,
                due_on: Date(row.try_get("", "due_on")?),
            });
    }
    let dispatchers = batch.ids().into_iter();
    Ok(dispatchers
        .map(|dispatcher| overdue.remove(&dispatcher).unwrap_or_default())
        .collect())
}

/// That the secondment `s` was nominated under the quota `q` up to the day, and was not refused by then.
fn under_quota(batch: &Batch<'_>, day: NaiveDate, sql: &mut Sql) {
    sql.push(
        "s.round_id = q.round_id AND s.home_organization_id = q.home_organization_id AND s.dispatcher_id = q.dispatcher_id \
         AND s.nominated_on <= ",
    )
    .bind(day)
    .push(" AND (s.status <> 'REFUSED' OR s.decided_on > ")
    .bind(day)
    .push(") AND ");
    visible::rows(Secondment::DEF, batch.viewer(), "s", sql);
}
