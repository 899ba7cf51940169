//! Which mandatory steps of which closed inspections are recorded: by other records, or by an answer.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    access::visible,
    domain::{inspections::inspection::Inspection, organizations::organization::Organization},
    error::{Error, Result},
    read::{Batch, Sql, noun::Noun as _},
};

/// Steps of the shipped process that other records show, each with the condition on the inspection `i`.
const SHOWN: [(&str, &str); 8] = [
    ("PLANNED", "i.round_id IS NOT NULL"),
    ("TEAM_ASSIGNED", "i.team_id IS NOT NULL"),
    (
        "MATERIALS_REQUESTED",
        "EXISTS (SELECT 1 FROM material_request m WHERE m.inspection_id = i.id)",
    ),
    ("ENTERED", "i.entered_on IS NOT NULL"),
    ("REPORT_SUBMITTED", "i.reported_on IS NOT NULL"),
    ("HEARD_BY_LEADING_GROUP", "i.reported_on IS NOT NULL"),
    ("FED_BACK", "i.fed_back_on IS NOT NULL"),
    (
        "RE_CHECKED",
        "EXISTS (SELECT 1 FROM inspection l WHERE l.looks_back_at_id = i.id AND l.entered_on IS NOT NULL)",
    ),
];

/// One step over all inspections.
#[derive(Clone, Debug)]
pub struct Step {
    pub code: String,
    pub text: String,
    pub text_zh: String,
    pub recorded: usize,
    pub asked: usize,
}

/// What is recorded of the inspections closed in a period.
#[derive(Clone, Debug, Default)]
pub struct Recorded {
    /// In the order of the template.
    pub steps: Vec<Step>,
    /// Inspections with every mandatory step, and all that are bound to a template.
    pub conforming: usize,
    pub bound: usize,
    /// All that were closed, bound or not.
    pub closed: usize,
}

/// Of each organization, the inspections that dispatchers at or below it closed from one day to the other.
pub async fn of_period(
    batch: &Batch<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<Uuid, Recorded>> {
    let mut found: HashMap<Uuid, Recorded> = HashMap::new();
    let mut sql = batch.sql();
    sql.push("SELECT h.id AS above, COUNT(*) AS closed FROM ");
    closed(batch, from, to, &mut sql);
    sql.push(" GROUP BY h.id");
    for row in batch.fetch(sql).await? {
        let of = found.entry(row.try_get("", "above")?).or_default();
        of.closed = count(row.try_get("", "closed")?)?;
    }
    let mut sql = batch.sql();
    sql.push("SELECT above, COUNT(*) AS bound, SUM(whole) AS conforming FROM (SELECT s.above, s.inspection, MIN(s.recorded) AS whole FROM (");
    each(batch, from, to, &mut sql);
    sql.push(") s GROUP BY s.above, s.inspection) w GROUP BY above");
    for row in batch.fetch(sql).await? {
        let of = found.entry(row.try_get("", "above")?).or_default();
        of.bound = count(row.try_get("", "bound")?)?;
        of.conforming = count(row.try_get("", "conforming")?)?;
    }
    let mut sql = batch.sql();
    sql.push("SELECT s.above, s.code, MIN(s.text) AS text, MIN(s.text_zh) AS text_zh, COUNT(*) AS asked, SUM(s.recorded) AS recorded FROM (");
    each(batch, from, to, &mut sql);
    sql.push(") s GROUP BY s.above, s.code ORDER BY MIN(s.place), s.code");
    for row in batch.fetch(sql).await? {
        let of = found.entry(row.try_get("", "above")?).or_default();
        of.steps.push(Step {
            code: row.try_get("", "code")?,
            text: row.try_get("", "text")?,
            text_zh: row.try_get("", "text_zh")?,
            recorded: count(row.try_get("", "recorded")?)?,
            asked: count(row.try_get("", "asked")?)?,
        });
    }
    Ok(found)
}

/// The closed inspections `i` of dispatchers `d` at or below the organizations `h` of the batch.
fn closed(batch: &Batch<'_>, from: NaiveDate, to: NaiveDate, sql: &mut Sql) {
    source(sql);
    among(batch, from, to, sql);
}

fn source(sql: &mut Sql) {
    sql.push("organization h JOIN organization d ON d.path >= h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' JOIN inspection i ON i.dispatcher_id = d.id AND i.form = 'OWN' AND i.status = 'CLOSED'");
}

fn among(batch: &Batch<'_>, from: NaiveDate, to: NaiveDate, sql: &mut Sql) {
    sql.push(" WHERE i.status_on >= ")
        .bind(from)
        .push(" AND i.status_on <= ")
        .bind(to)
        .push(" AND h.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", sql);
    sql.push(" AND ");
    visible::rows(Inspection::DEF, batch.viewer(), "i", sql);
}

/// Every mandatory step of every such inspection that is bound to a process, and whether it is recorded.
fn each(batch: &Batch<'_>, from: NaiveDate, to: NaiveDate, sql: &mut Sql) {
    sql.push("SELECT h.id AS above, i.id AS inspection, t.code, t.text, t.text_zh, t.sequence AS place, CASE WHEN EXISTS (SELECT 1 FROM checklist_answer a WHERE a.inspection_id = i.id AND a.item_id = t.id)");
    for (code, condition) in SHOWN {
        sql.push(" OR (t.code = ")
            .bind(code)
            .push(" AND ")
            .push(condition)
            .push(")");
    }
    sql.push(" THEN 1 ELSE 0 END AS recorded FROM ");
    source(sql);
    sql.push(" JOIN inspection_checklist b ON b.inspection_id = i.id JOIN checklist c ON c.id = b.checklist_id AND c.kind = 'PROCESS' JOIN checklist_item t ON t.checklist_id = c.id AND t.required");
    among(batch, from, to, sql);
}

fn count(number: i64) -> Result<usize> {
    usize::try_from(number).map_err(Error::internal)
}
