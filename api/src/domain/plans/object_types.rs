//! Which types of objects were inspected, since when, and which never (监督无禁区、首次纳入).

use std::collections::{BTreeMap, HashMap};

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use uuid::Uuid;

use super::listed_objects::of_plans;
use crate::{
    access::visible,
    blocks::{
        code_list,
        measure::{self, Basis, Dimension, Measure, ScopePart, Unit},
    },
    domain::coverage::{coverage_record::CoverageRecord, definitions},
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

/// A type of objects on the list of a plan (对象类型覆盖情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct ObjectTypeCoverage {
    /// The type, an entry of the code list `OBJECT_TYPE` (对象类型).
    pub object_type: String,
    /// What the type is called (名称).
    pub label: String,
    /// On the list (在册).
    pub listed: Measure,
    /// Covered (已覆盖).
    pub covered: Measure,
    /// The day on which the dispatcher covered an object of this type for the first time, in whichever term; null when it never did
    /// (首次覆盖日期).
    pub first_covered_on: Option<Date>,
}

/// The types on the list of each plan, by their code.
pub async fn object_types(batch: &Batch<'_>) -> Result<Vec<Vec<ObjectTypeCoverage>>> {
    let day = measure::as_of(batch.argument("asOf")?)?;
    let mut plans = of_plans(batch, &batch.ids(), day).await?;
    let first = first_covered(batch, day).await?;
    let labels = labels(batch).await?;
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let plan = node_id::encode("CoveragePlan", id);
            let name = batch.text(row, "name").unwrap_or_default();
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Plan, Some(plan), name)],
                as_of: day,
            };
            let mut types: BTreeMap<String, (usize, usize)> = BTreeMap::new();
            for object in plans.remove(&id).unwrap_or_default().into_values() {
                let (listed, covered) = types.entry(object.object_type.clone()).or_default();
                *listed += usize::from(object.is_listed(day));
                *covered += usize::from(object.is_covered(day));
            }
            let lines = types.into_iter().map(|(object_type, (listed, covered))| {
                let label = labels.get(&object_type).unwrap_or(&object_type).clone();
                let part = ScopePart::new(
                    Dimension::ObjectType,
                    Some(object_type.clone()),
                    label.as_str(),
                );
                let basis = basis.narrowed(part);
                ObjectTypeCoverage {
                    label,
                    listed: basis.count(listed, Unit::Organization, definitions::LISTED),
                    covered: basis.count(covered, Unit::Organization, definitions::COVERED),
                    first_covered_on: first.get(&(id, object_type.clone())).copied().map(Date),
                    object_type,
                }
            });
            lines.collect()
        })
        .collect())
}

/// The first day on which the dispatcher of each plan covered an object of each type.
async fn first_covered(
    batch: &Batch<'_>,
    day: NaiveDate,
) -> Result<HashMap<(Uuid, String), NaiveDate>> {
    let mut sql = batch.sql();
    let done = "CASE WHEN r.fed_back_on IS NULL OR r.reported_on <= r.fed_back_on THEN r.reported_on ELSE r.fed_back_on END";
    sql.push("SELECT q.id, o.object_type, MIN(")
        .push(done)
        .push(") AS first_on FROM coverage_plan q JOIN coverage_object o ON o.dispatcher_id = q.dispatcher_id JOIN coverage_record r ON r.object_id = o.id AND (r.kind = 'ROUTINE' OR (o.required_mode = 'ANY_MODE' AND r.kind <> 'LOOK_BACK')) AND (r.reported_on <= ")
        .bind(day)
        .push(" OR r.fed_back_on <= ")
        .bind(day)
        .push(") AND ");
    visible::rows(CoverageRecord::DEF, batch.viewer(), "r", &mut sql);
    sql.push(" WHERE q.id")
        .in_ids(&batch.ids())
        .push(" GROUP BY q.id, o.object_type");
    let mut found = HashMap::new();
    for row in batch.fetch(sql).await? {
        let key = (row.try_get("", "id")?, row.try_get("", "object_type")?);
        found.insert(key, row.try_get("", "first_on")?);
    }
    Ok(found)
}

/// The Chinese labels of the shipped types.
async fn labels(batch: &Batch<'_>) -> Result<HashMap<String, String>> {
    let mut sql = batch.sql();
    sql.push("SELECT e.code, e.label_zh FROM code_list_entry e WHERE e.code_list_id = ")
        .bind(code_list::shipped::list_id("OBJECT_TYPE"))
        .push(" ORDER BY e.edition");
    let rows = batch.fetch(sql).await?;
    let label =
        |row: &sea_orm::QueryResult| Ok((row.try_get("", "code")?, row.try_get("", "label_zh")?));
    rows.iter().map(label).collect()
}
