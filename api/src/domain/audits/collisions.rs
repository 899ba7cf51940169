//! Where plans of inspection and of audit meet at the same organization in the same days (计划冲突).
//!
//! Each side is told of the other's what it must know to ask for a joint operation, and nothing more: the organization, the days that both
//! claim, and which agency it is. Planners are told so of audits, of which they otherwise see nothing; audit of inspections that are
//! approved, look-backs only once they are entered, and of what approved rounds have placed, as far as it may see that.

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use chrono::NaiveDate;
use inspectorate_entity::organizations::agency_registration::Agency;
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    access::{viewer::Viewer, visible},
    domain::{
        coverage::{gates::Days, plan_assignment::PlanAssignment},
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{coded::Coded, node_id, scalars::Date},
    read::{Batch, Sql, noun::Noun as _},
};

/// An organization at which another agency is in days that one's own plan claims too (计划冲突).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct PlanCollision {
    /// The organization (单位).
    organization_id: ID,
    /// What it is called (单位名称).
    organization: String,
    /// Which agency is there: AUDIT, or OFFICE for those who inspect (对方机关).
    agency: Coded<Agency>,
    /// The first day that both claim (重叠开始日期).
    starts_on: Date,
    /// The last one (重叠结束日期).
    ends_on: Date,
}

/// A collision as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    pub organization: Uuid,
    pub days: Days,
}

/// The days that two windows share.
fn shared(own: Days, other: Days) -> Option<Days> {
    own.overlaps(&other).then(|| Days {
        first: own.first.max(other.first),
        last: own.last.min(other.last),
    })
}

/// The days of a calendar year, for what is placed in a year and in no round.
fn year(year: i32) -> Option<Days> {
    Some(Days {
        first: NaiveDate::from_ymd_opt(year, 1, 1)?,
        last: NaiveDate::from_ymd_opt(year, 12, 31)?,
    })
}

/// Audits of the place at the organizations of these rounds of the viewer's own place.
pub fn rounds(ids: &[Uuid], viewer: &Viewer, mut sql: Sql) -> Sql {
    sql.push("SELECT k.owner, k.organization_id, b.name AS called, k.year, k.own_first, k.own_last, p.starts_on AS other_first, p.ends_on AS other_last FROM (\
        SELECT a.round_id AS owner, o.organization_id, r.dispatcher_id, r.year, r.starts_on AS own_first, r.ends_on AS own_last FROM plan_assignment a JOIN coverage_object o ON o.id = a.object_id JOIN round r ON r.id = a.round_id WHERE a.superseded_on IS NULL AND a.round_id")
        .in_ids(ids)
        .push(" UNION SELECT i.round_id AS owner, i.organization_id, i.dispatcher_id, i.year, i.starts_on AS own_first, i.ends_on AS own_last FROM inspection i WHERE i.status <> 'WITHDRAWN' AND i.round_id")
        .in_ids(ids)
        .push(") k");
    with_audits(viewer, sql)
}

/// Audits of the place at the organizations of these plans of the viewer's own place, in the round in which each is placed, else in its year.
pub fn plans(ids: &[Uuid], viewer: &Viewer, mut sql: Sql) -> Sql {
    sql.push("SELECT k.owner, k.organization_id, b.name AS called, k.year, k.own_first, k.own_last, p.starts_on AS other_first, p.ends_on AS other_last FROM (\
        SELECT a.annual_plan_id AS owner, o.organization_id, a.dispatcher_id, a.year, r.starts_on AS own_first, r.ends_on AS own_last FROM plan_assignment a JOIN coverage_object o ON o.id = a.object_id LEFT JOIN round r ON r.id = a.round_id WHERE a.superseded_on IS NULL AND a.annual_plan_id")
        .in_ids(ids)
        .push(" UNION SELECT o.plan_id AS owner, o.organization_id, a.dispatcher_id, a.year, r.starts_on AS own_first, r.ends_on AS own_last FROM coverage_object o JOIN plan_assignment a ON a.object_id = o.id LEFT JOIN round r ON r.id = a.round_id WHERE a.superseded_on IS NULL AND o.plan_id")
        .in_ids(ids)
        .push(") k");
    with_audits(viewer, sql)
}

fn with_audits(viewer: &Viewer, mut sql: Sql) -> Sql {
    sql.push(" JOIN audit_project p ON p.organization_id = k.organization_id AND p.dispatcher_id = k.dispatcher_id AND p.status = 'PLANNED' JOIN organization b ON b.id = k.organization_id WHERE k.dispatcher_id = ")
        .bind(viewer.authority_id)
        .push(" ORDER BY b.code, p.starts_on, p.id");
    sql
}

/// Inspections at the organizations of these audits of the viewer's own body, and what approved rounds have placed.
pub fn projects(ids: &[Uuid], viewer: &Viewer, mut sql: Sql) -> Sql {
    sql.push("SELECT p.id AS owner, p.organization_id, b.name AS called, k.year, p.starts_on AS own_first, p.ends_on AS own_last, k.other_first, k.other_last FROM audit_project p JOIN organization b ON b.id = p.organization_id JOIN (\
        SELECT i.organization_id, i.dispatcher_id, i.year, i.starts_on AS other_first, i.ends_on AS other_last FROM inspection i WHERE i.approved_on IS NOT NULL AND i.status <> 'WITHDRAWN' AND (i.kind <> 'LOOK_BACK' OR i.entered_on IS NOT NULL) \
        UNION SELECT o.organization_id, r.dispatcher_id, r.year, r.starts_on AS other_first, r.ends_on AS other_last FROM plan_assignment t JOIN coverage_object o ON o.id = t.object_id JOIN round r ON r.id = t.round_id WHERE r.status <> 'PROPOSED' AND t.superseded_on IS NULL AND ");
    visible::rows(PlanAssignment::DEF, viewer, "t", &mut sql);
    sql.push(") k ON k.organization_id = p.organization_id AND k.dispatcher_id = p.dispatcher_id WHERE p.status = 'PLANNED' AND p.auditor_id = ")
        .bind(viewer.organization_id)
        .push(" AND p.id")
        .in_ids(ids)
        .push(" ORDER BY b.code, k.other_first");
    sql
}

/// What a row tells: whose plan it is, what the organization is called, and where it collides; none where the days do not meet.
pub fn read(row: &QueryResult) -> Result<Option<(Uuid, String, Met)>> {
    let window = |first: &str, last: &str| -> Result<Option<Days>> {
        let first: Option<NaiveDate> = row.try_get("", first)?;
        let last: Option<NaiveDate> = row.try_get("", last)?;
        Ok(first.zip(last).map(|(first, last)| Days { first, last }))
    };
    let own = window("own_first", "own_last")?.or(year(row.try_get("", "year")?));
    let other = window("other_first", "other_last")?;
    let Some(days) = own.zip(other).and_then(|(own, other)| shared(own, other)) else {
        return Ok(None);
    };
    let organization = row.try_get("", "organization_id")?;
    let met = Met { organization, days };
    Ok(Some((
        row.try_get("", "owner")?,
        row.try_get("", "called")?,
        met,
    )))
}

/// Where each round meets an audit.
pub async fn of_rounds(batch: &Batch<'_>) -> Result<Vec<Vec<PlanCollision>>> {
    let sql = rounds(&batch.ids(), batch.viewer(), batch.sql());
    told(batch, sql, Agency::Audit).await
}

/// Where each plan meets an audit.
pub async fn of_plans(batch: &Batch<'_>) -> Result<Vec<Vec<PlanCollision>>> {
    let sql = plans(&batch.ids(), batch.viewer(), batch.sql());
    told(batch, sql, Agency::Audit).await
}

/// Where each audit meets an inspection.
pub async fn of_projects(batch: &Batch<'_>) -> Result<Vec<Vec<PlanCollision>>> {
    let sql = projects(&batch.ids(), batch.viewer(), batch.sql());
    told(batch, sql, Agency::Office).await
}

async fn told(batch: &Batch<'_>, sql: Sql, agency: Agency) -> Result<Vec<Vec<PlanCollision>>> {
    let mut by_owner: HashMap<Uuid, Vec<PlanCollision>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let Some((owner, organization, met)) = read(&row)? else {
            continue;
        };
        let id = node_id::encode(Organization::DEF.name, met.organization);
        let collision = PlanCollision {
            organization_id: ID(id),
            organization,
            agency: Coded(agency),
            starts_on: Date(met.days.first),
            ends_on: Date(met.days.last),
        };
        let of_it = by_owner.entry(owner).or_default();
        if !of_it.contains(&collision) {
            of_it.push(collision);
        }
    }
    let ids = batch.ids().into_iter();
    Ok(ids
        .map(|id| by_owner.remove(&id).unwrap_or_default())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_share_days_or_none() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2022, 4, day).unwrap();
        let days = |first: u32, last: u32| Days {
            first: day(first),
            last: day(last),
        };
        assert_eq!(shared(days(1, 10), days(10, 20)), Some(days(10, 10)));
        assert_eq!(shared(days(5, 25), days(10, 20)), Some(days(10, 20)));
        assert_eq!(shared(days(1, 9), days(10, 20)), None);
    }
}
