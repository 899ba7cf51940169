//! The coverage of an annual plan on the day that a checkpoint's figures take in.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::{coverage::coverage_object::RequiredMode, vocabulary::Vocabulary};
use uuid::Uuid;

use crate::{
    access::visible,
    blocks::{
        measure::{Basis, Dimension, ScopePart, today},
        setting,
    },
    domain::coverage::{
        coverage_object::CoverageObject,
        coverage_record::CoverageRecord,
        ledger::{Listed, Placement, Rules, standing},
        ledger_figures::Tally,
        ledger_line::LedgerLine,
        ledger_reading::inspection_at,
        plan_assignment::PlanAssignment,
    },
    error::{Error, Result},
    graphql::node_id,
    read::{Batch, noun::Noun},
};

/// The plan of a checkpoint, and what was placed in it on the day of its figures.
struct Placed {
    plan: Uuid,
    name: String,
    objects: HashMap<Uuid, Listed>,
}

/// The figures of each checkpoint that has a day for them.
pub async fn figures(batch: &Batch<'_>) -> Result<Vec<Option<LedgerLine>>> {
    let mut placed = placed(batch).await?;
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let as_of = batch.date(row, "figures_as_of")?;
            let placed = placed.remove(&id)?;
            let plan = node_id::encode("CoveragePlan", placed.plan);
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Plan, Some(plan), placed.name)],
                as_of,
            };
            let mut tally = Tally::default();
            for object in placed.objects.values() {
                tally.add(standing(object, as_of));
            }
            Some(tally.line(&basis, None))
        })
        .collect())
}

async fn placed(batch: &Batch<'_>) -> Result<HashMap<Uuid, Placed>> {
    let viewer = batch.viewer();
    let mut sql = batch.sql();
    sql.push("SELECT c.id, c.plan_id, n.name, o.id AS object_id, o.required_mode, o.listed_on, o.withdrawn_on, p.year, p.assigned_on, r.kind, r.started_on, r.reported_on, r.fed_back_on, o.dispatcher_id FROM plan_checkpoint c JOIN coverage_plan n ON n.id = c.plan_id ")
        .push("LEFT JOIN plan_assignment p ON p.annual_plan_id = c.plan_id AND p.assigned_on <= c.figures_as_of AND (p.superseded_on IS NULL OR p.superseded_on > c.figures_as_of) AND ");
    visible::rows(PlanAssignment::DEF, viewer, "p", &mut sql);
    sql.push(" LEFT JOIN coverage_object o ON o.id = p.object_id AND ");
    visible::rows(CoverageObject::DEF, viewer, "o", &mut sql);
    sql.push(" LEFT JOIN coverage_record r ON r.object_id = o.id AND r.started_on <= c.figures_as_of AND ");
    visible::rows(CoverageRecord::DEF, viewer, "r", &mut sql);
    sql.push(" WHERE c.figures_as_of IS NOT NULL AND c.id")
        .in_ids(&batch.ids());
    let rows = batch.fetch(sql).await?;
    let mut dispatchers: Vec<Uuid> = Vec::new();
    for row in &rows {
        dispatchers.extend(row.try_get::<Option<Uuid>>("", "dispatcher_id")?);
    }
    dispatchers.sort_unstable();
    dispatchers.dedup();
    // One statement for figures of whatever days: they count by what the dispatchers go by now.
    let settings = setting::of_batch(batch, &dispatchers, today()).await?;
    let mut found: HashMap<Uuid, Placed> = HashMap::new();
    for row in rows {
        let checkpoint: Uuid = row.try_get("", "id")?;
        let (plan, name) = (row.try_get("", "plan_id")?, row.try_get("", "name")?);
        let placed = found.entry(checkpoint).or_insert_with(|| Placed {
            plan,
            name,
            objects: HashMap::new(),
        });
        let Some(object) = row.try_get::<Option<Uuid>>("", "object_id")? else {
            continue;
        };
        let mode: String = row.try_get("", "required_mode")?;
        let day = |column| row.try_get::<NaiveDate>("", column);
        let listed = Listed {
            required_mode: RequiredMode::parse(&mode)
                .ok_or_else(|| Error::internal("an object without its required mode"))?,
            listed_on: day("listed_on")?,
            withdrawn_on: row.try_get("", "withdrawn_on")?,
            groups: Vec::new(),
            placements: vec![Placement {
                year: row.try_get("", "year")?,
                round_ends_on: None,
                assigned_on: day("assigned_on")?,
                superseded_on: None,
            }],
            inspections: Vec::new(),
            rules: settings
                .get(&row.try_get("", "dispatcher_id")?)
                .map(Rules::from)
                .unwrap_or_default(),
        };
        let listed = placed.objects.entry(object).or_insert(listed);
        listed.inspections.extend(inspection_at(&row, 9)?);
    }
    Ok(found)
}
