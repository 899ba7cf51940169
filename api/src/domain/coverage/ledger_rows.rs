//! Reads what the ledger counts: every object of a batch of plans with its placement and inspections, in one statement.

use std::collections::{HashMap, hash_map::Entry};

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::{coverage_object::RequiredMode, coverage_record::InspectionKind},
    vocabulary::Vocabulary,
};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject,
    coverage_record::CoverageRecord,
    ledger::{Figures, Inspection, Listed, Placement, figures},
    ledger_line::LedgerLine,
    ledger_view::{Ledger, lines},
    plan_assignment::PlanAssignment,
};
use crate::{
    access::visible,
    blocks::{
        code_list,
        measure::{self, Basis, Dimension, ScopePart},
    },
    error::{Error, Result},
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

/// Every figure of each plan.
pub async fn ledger(batch: &Batch<'_>) -> Result<Vec<Ledger>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let figures = by_plan(batch, as_of).await?;
    Ok(figures
        .into_iter()
        .map(|figures| Ledger::new(Date(as_of), figures))
        .collect())
}

/// The lines by sector of each plan.
pub async fn progress_by_sector(batch: &Batch<'_>) -> Result<Vec<Vec<LedgerLine>>> {
    progress(batch, Dimension::Sector).await
}

/// The lines by sector block of each plan.
pub async fn progress_by_block(batch: &Batch<'_>) -> Result<Vec<Vec<LedgerLine>>> {
    progress(batch, Dimension::Block).await
}

async fn progress(batch: &Batch<'_>, dimension: Dimension) -> Result<Vec<Vec<LedgerLine>>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let figures = by_plan(batch, as_of).await?;
    Ok(figures
        .iter()
        .map(|figures| lines(figures, dimension))
        .collect())
}

async fn by_plan(batch: &Batch<'_>, as_of: NaiveDate) -> Result<Vec<Figures>> {
    let mut objects = listed(batch, as_of).await?;
    let plans = batch.ids().into_iter().enumerate();
    Ok(plans
        .map(|(row, plan)| {
            let name = batch.text(row, "name").unwrap_or_default();
            let id = node_id::encode("CoveragePlan", plan);
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Plan, Some(id), name)],
                as_of,
            };
            let objects = objects.remove(&plan).unwrap_or_default();
            figures(&objects.into_values().collect::<Vec<_>>(), &basis)
        })
        .collect())
}

/// The objects of each plan, by the id of the object. An annual plan has those that are placed in it.
async fn listed(
    batch: &Batch<'_>,
    as_of: NaiveDate,
) -> Result<HashMap<Uuid, HashMap<Uuid, Listed>>> {
    let viewer = batch.viewer();
    let mut sql = batch.sql();
    let label = "(SELECT e.label_zh FROM code_list_entry e WHERE e.code_list_id = ";
    sql.push("SELECT o.id, o.plan_id, o.required_mode, o.listed_on, o.withdrawn_on, o.object_type, b.id AS block_id, b.name AS block_name, g.sector_code, ")
        .push(label)
        .bind(code_list::shipped::list_id("SECTOR"))
        .push(" AND e.code = g.sector_code ORDER BY e.edition DESC LIMIT 1) AS sector_label, ")
        .push(label)
        .bind(code_list::shipped::list_id("OBJECT_TYPE"))
        .push(" AND e.code = o.object_type ORDER BY e.edition DESC LIMIT 1) AS type_label, ")
        .push("p.annual_plan_id, p.year, p.assigned_on, r.kind, r.started_on, r.reported_on, r.fed_back_on ")
        .push("FROM coverage_object o JOIN organization g ON g.id = o.organization_id LEFT JOIN sector_block b ON b.id = o.block_id ")
        .push("LEFT JOIN plan_assignment p ON p.object_id = o.id AND p.assigned_on <= ")
        .bind(as_of)
        .push(" AND (p.superseded_on IS NULL OR p.superseded_on > ")
        .bind(as_of)
        .push(") AND ");
    visible::rows(PlanAssignment::DEF, viewer, "p", &mut sql);
    sql.push(" LEFT JOIN coverage_record r ON r.object_id = o.id AND r.started_on <= ")
        .bind(as_of)
        .push(" AND ");
    visible::rows(CoverageRecord::DEF, viewer, "r", &mut sql);
    sql.push(" WHERE (o.plan_id").in_ids(&batch.ids());
    sql.push(" OR p.annual_plan_id").in_ids(&batch.ids());
    sql.push(") AND ");
    visible::rows(CoverageObject::DEF, viewer, "o", &mut sql);

    let mut plans: HashMap<Uuid, HashMap<Uuid, Listed>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let object: Uuid = row.try_get("", "id")?;
        let of_list: Uuid = row.try_get("", "plan_id")?;
        let of_year: Option<Uuid> = row.try_get("", "annual_plan_id")?;
        for plan in [Some(of_list), of_year].into_iter().flatten() {
            let listed = match plans.entry(plan).or_default().entry(object) {
                Entry::Occupied(listed) => listed.into_mut(),
                Entry::Vacant(place) => place.insert(object_of(&row)?),
            };
            listed.inspections.extend(inspection_of(&row)?);
        }
    }
    Ok(plans)
}

fn object_of(row: &QueryResult) -> Result<Listed> {
    let text = |column| row.try_get::<Option<String>>("", column);
    let mut groups = Vec::with_capacity(3);
    if let Some(sector) = text("sector_code")? {
        let label = text("sector_label")?.unwrap_or_else(|| sector.clone());
        groups.push(ScopePart::new(Dimension::Sector, Some(sector), label));
    }
    if let (Some(block), Some(name)) = (
        row.try_get::<Option<Uuid>>("", "block_id")?,
        text("block_name")?,
    ) {
        let id = node_id::encode("SectorBlock", block);
        groups.push(ScopePart::new(Dimension::Block, Some(id), name));
    }
    let object_type: String = row.try_get("", "object_type")?;
    let label = text("type_label")?.unwrap_or_else(|| object_type.clone());
    groups.push(ScopePart::new(
        Dimension::ObjectType,
        Some(object_type),
        label,
    ));
    let placement = match (
        row.try_get::<Option<i32>>("", "year")?,
        row.try_get("", "assigned_on")?,
    ) {
        (Some(year), Some(assigned_on)) => vec![Placement {
            year,
            assigned_on,
            superseded_on: None,
        }],
        _ => Vec::new(),
    };
    Ok(Listed {
        required_mode: coded::<RequiredMode>(row, "required_mode")?
            .unwrap_or(RequiredMode::Routine),
        listed_on: row.try_get("", "listed_on")?,
        withdrawn_on: row.try_get("", "withdrawn_on")?,
        groups,
        placements: placement,
        inspections: Vec::new(),
    })
}

/// The inspection in the columns of `coverage_record`; none where the object has none.
pub fn inspection_of(row: &QueryResult) -> Result<Option<Inspection>> {
    let Some(kind) = coded::<InspectionKind>(row, "kind")? else {
        return Ok(None);
    };
    Ok(Some(Inspection {
        kind,
        started_on: row.try_get("", "started_on")?,
        reported_on: row.try_get("", "reported_on")?,
        fed_back_on: row.try_get("", "fed_back_on")?,
    }))
}

/// The coded value in a column; none where it is empty.
pub fn coded<V: Vocabulary>(row: &QueryResult, column: &str) -> Result<Option<V>> {
    let Some(text) = row.try_get::<Option<String>>("", column)? else {
        return Ok(None);
    };
    let value = V::parse(&text);
    value
        .map(Some)
        .ok_or_else(|| Error::internal(format!("{text} is no {}", V::NAME)))
}
