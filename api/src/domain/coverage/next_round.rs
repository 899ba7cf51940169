//! The round in which an object is inspected next.

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use uuid::Uuid;

use super::{coverage_record::CoverageRecord, plan_assignment::PlanAssignment, round::Round};
use crate::{
    access::visible,
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

/// The year, and the round once there is one, in which an object is inspected next (下一轮次).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct NextRound {
    /// The calendar year in which it is placed (年度).
    pub year: i32,
    /// The `id` of the round; null while only the year is fixed (轮次标识).
    pub round_id: Option<ID>,
    /// Number of the round within the term; null while only the year is fixed (轮次序号).
    pub ordinal: Option<i32>,
    /// What the round is called; null while only the year is fixed (名称).
    pub name: Option<String>,
    /// First day of its window; null while only the year is fixed (进驻开始日期).
    pub starts_on: Option<Date>,
    /// Last day of its window; null while only the year is fixed (进驻结束日期).
    pub ends_on: Option<Date>,
}

/// The placement that holds of each object, unless an inspection has begun in its round, or in its year where no round is fixed.
pub async fn next_round(batch: &Batch<'_>) -> Result<Vec<Option<NextRound>>> {
    let viewer = batch.viewer();
    let mut sql = batch.sql();
    sql.push("SELECT p.object_id, p.year, t.id, t.ordinal, t.name, t.starts_on, t.ends_on FROM plan_assignment p LEFT JOIN round t ON t.id = p.round_id AND ");
    visible::rows(Round::DEF, viewer, "t", &mut sql);
    sql.push(" WHERE p.superseded_on IS NULL AND p.object_id")
        .in_ids(&batch.ids());
    sql.push(" AND ");
    visible::rows(PlanAssignment::DEF, viewer, "p", &mut sql);
    sql.push(" AND NOT EXISTS (SELECT 1 FROM coverage_record r WHERE r.object_id = p.object_id AND (r.round_id = p.round_id OR (p.round_id IS NULL AND r.started_on >= p.assigned_on AND r.kind <> 'LOOK_BACK')) AND ");
    visible::rows(CoverageRecord::DEF, viewer, "r", &mut sql);
    sql.push(")");

    let mut rounds: HashMap<Uuid, NextRound> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let date = |column| row.try_get::<Option<chrono::NaiveDate>>("", column);
        let round = row.try_get::<Option<Uuid>>("", "id")?;
        let next = NextRound {
            year: row.try_get("", "year")?,
            round_id: round.map(|id| ID(node_id::encode("Round", id))),
            ordinal: row.try_get("", "ordinal")?,
            name: row.try_get("", "name")?,
            starts_on: date("starts_on")?.map(Date),
            ends_on: date("ends_on")?.map(Date),
        };
        rounds.insert(row.try_get("", "object_id")?, next);
    }
    Ok(batch.ids().iter().map(|id| rounds.remove(id)).collect())
}
