//! The objects of plans on one day, with what was inspected of them: one statement for all that the figures around a plan count.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::{coverage::coverage_object::RequiredMode, vocabulary::Vocabulary};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    access::visible,
    blocks::setting::{self, Settings},
    domain::coverage::{
        coverage_object::CoverageObject,
        coverage_record::CoverageRecord,
        ledger::{Inspection, Listed, Rules, Stage, Standing, standing},
        ledger_reading::inspection_at,
        plan_assignment::PlanAssignment,
    },
    error::{Error, Result},
    read::{Batch, Sql, noun::Noun},
};

/// The type of villages and communities in the code list of object types.
pub const VILLAGE: &str = "VILLAGE_OR_COMMUNITY";

/// An object of a plan.
#[derive(Clone, Debug)]
pub struct Object {
    pub object_type: String,
    pub listed: Listed,
    pub records: Vec<Inspected>,
}

/// An inspection of an object, with what makes it effective.
#[derive(Clone, Copy, Debug)]
pub struct Inspected {
    pub inspection: Inspection,
    pub findings_recorded_on: Option<NaiveDate>,
    pub rectification_accepted_on: Option<NaiveDate>,
}

impl Object {
    /// Whether it stands on the list on `day`.
    pub fn is_listed(&self, day: NaiveDate) -> bool {
        matches!(standing(&self.listed, day), Standing::OnList { .. })
    }

    /// Whether it stands on the list on `day` and is covered by then.
    pub fn is_covered(&self, day: NaiveDate) -> bool {
        matches!(
            standing(&self.listed, day),
            Standing::OnList {
                stage: Stage::Covered,
                ..
            }
        )
    }

    /// Whether it is covered on `day` and was looked back at by then.
    pub fn is_looked_back(&self, day: NaiveDate) -> bool {
        matches!(
            standing(&self.listed, day),
            Standing::OnList {
                looked_back: true,
                ..
            }
        )
    }
}

/// The objects on the list of each five-year plan, and those placed in each annual plan on `day`, by the id of the object.
pub async fn of_plans(
    batch: &Batch<'_>,
    plans: &[Uuid],
    day: NaiveDate,
) -> Result<HashMap<Uuid, HashMap<Uuid, Object>>> {
    let mut sql = batch.sql();
    start(&mut sql);
    sql.push("FROM (SELECT x.plan_id AS of_key, x.id AS object_id FROM coverage_object x WHERE x.plan_id")
        .in_ids(plans)
        .push(" UNION SELECT p.annual_plan_id, p.object_id FROM plan_assignment p WHERE p.annual_plan_id")
        .in_ids(plans)
        .push(" AND p.assigned_on <= ")
        .bind(day)
        .push(" AND (p.superseded_on IS NULL OR p.superseded_on > ")
        .bind(day)
        .push(") AND ");
    visible::rows(PlanAssignment::DEF, batch.viewer(), "p", &mut sql);
    sql.push(") k JOIN coverage_object o ON o.id = k.object_id ");
    finish(batch, &mut sql, day);
    let rows = batch.fetch(sql).await?;
    let settings = settings(batch, &rows, day).await?;
    gather(rows, &settings)
}

/// The villages on the lists of all dispatchers at or below that of each plan, for years that the plans share; by the id of the plan
/// and of the dispatcher.
pub async fn villages_below(
    batch: &Batch<'_>,
    day: NaiveDate,
) -> Result<HashMap<Uuid, HashMap<Uuid, HashMap<Uuid, Object>>>> {
    let mut sql = batch.sql();
    start(&mut sql);
    sql.push("FROM (SELECT q.id AS of_key, v.id AS plan_id FROM coverage_plan q JOIN organization d ON d.id = q.dispatcher_id JOIN organization s ON s.path >= d.path AND s.path < substr(d.path, 1, length(d.path) - 1) || '0' JOIN coverage_plan v ON v.dispatcher_id = s.id AND v.kind = 'FIVE_YEAR' AND v.from_year <= q.to_year AND v.to_year >= q.from_year WHERE q.id")
        .in_ids(&batch.ids())
        .push(") k JOIN coverage_object o ON o.plan_id = k.plan_id AND o.object_type = ")
        .bind(VILLAGE)
        .push(" ");
    finish(batch, &mut sql, day);
    let mut found: HashMap<Uuid, HashMap<Uuid, Vec<QueryResult>>> = HashMap::new();
    let rows = batch.fetch(sql).await?;
    let settings = settings(batch, &rows, day).await?;
    for row in rows {
        let (plan, dispatcher) = (
            row.try_get("", "of_key")?,
            row.try_get("", "dispatcher_id")?,
        );
        let of_plan = found.entry(plan).or_default();
        of_plan.entry(dispatcher).or_default().push(row);
    }
    let mut villages: HashMap<Uuid, HashMap<Uuid, HashMap<Uuid, Object>>> = HashMap::new();
    for (plan, dispatchers) in found {
        for (dispatcher, rows) in dispatchers {
            let objects = gather(rows, &settings)?.remove(&plan).unwrap_or_default();
            villages
                .entry(plan)
                .or_default()
                .insert(dispatcher, objects);
        }
    }
    Ok(villages)
}

fn start(sql: &mut Sql) {
    sql.push("SELECT k.of_key, o.id, o.object_type, o.required_mode, o.listed_on, o.withdrawn_on, r.kind, r.started_on, r.reported_on, r.fed_back_on, r.findings_recorded_on, r.rectification_accepted_on, o.dispatcher_id ");
}

fn finish(batch: &Batch<'_>, sql: &mut Sql, day: NaiveDate) {
    let viewer = batch.viewer();
    sql.push("LEFT JOIN coverage_record r ON r.object_id = o.id AND r.started_on <= ")
        .bind(day)
        .push(" AND ");
    visible::rows(CoverageRecord::DEF, viewer, "r", sql);
    sql.push(" WHERE ");
    visible::rows(CoverageObject::DEF, viewer, "o", sql);
}

/// What the dispatchers of the objects go by.
async fn settings(
    batch: &Batch<'_>,
    rows: &[QueryResult],
    day: NaiveDate,
) -> Result<HashMap<Uuid, Settings>> {
    let mut dispatchers = Vec::new();
    for row in rows {
        dispatchers.push(row.try_get("", "dispatcher_id")?);
    }
    dispatchers.sort_unstable();
    dispatchers.dedup();
    setting::of_batch(batch, &dispatchers, day).await
}

fn gather(
    rows: Vec<QueryResult>,
    settings: &HashMap<Uuid, Settings>,
) -> Result<HashMap<Uuid, HashMap<Uuid, Object>>> {
    let mut found: HashMap<Uuid, HashMap<Uuid, Object>> = HashMap::new();
    for row in rows {
        let mode: String = row.try_get("", "required_mode")?;
        let dispatcher: Uuid = row.try_get("", "dispatcher_id")?;
        let new = Object {
            object_type: row.try_get("", "object_type")?,
            listed: Listed {
                required_mode: RequiredMode::parse(&mode)
                    .ok_or_else(|| Error::internal("an object without its required mode"))?,
                listed_on: row.try_get("", "listed_on")?,
                withdrawn_on: row.try_get("", "withdrawn_on")?,
                groups: Vec::new(),
                placements: Vec::new(),
                inspections: Vec::new(),
                rules: settings
                    .get(&dispatcher)
                    .map(Rules::from)
                    .unwrap_or_default(),
            },
            records: Vec::new(),
        };
        let of_key = found.entry(row.try_get("", "of_key")?).or_default();
        let object = of_key.entry(row.try_get("", "id")?).or_insert(new);
        if let Some(inspection) = inspection_at(&row, 6)? {
            object.listed.inspections.push(inspection);
            object.records.push(Inspected {
                inspection,
                findings_recorded_on: row.try_get("", "findings_recorded_on")?,
                rectification_accepted_on: row.try_get("", "rectification_accepted_on")?,
            });
        }
    }
    Ok(found)
}
