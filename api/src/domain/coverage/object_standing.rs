//! How far one object has come, by the same rules by which the ledger counts.

use std::collections::HashMap;

use async_graphql::Enum;
use inspectorate_entity::{coverage::coverage_object::RequiredMode, vocabulary::Vocabulary};
use uuid::Uuid;

use super::{
    coverage_record::CoverageRecord,
    ledger::{self, Inspection, Listed, Placement, Stage, Standing},
    ledger_rows::inspection_of,
    plan_assignment::PlanAssignment,
};
use crate::{
    access::visible,
    blocks::measure,
    error::{Error, Result},
    read::{Batch, noun::Noun},
};

/// How far an object has come on one day (覆盖情况); exactly one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ObjectStanding {
    /// It was put on the list later (尚未列入).
    NotYetListed,
    /// It was taken off the list (已调出).
    Withdrawn,
    /// On the list and placed in no year (未排入).
    Unplanned,
    /// Placed in a year or round (已排入).
    Planned,
    /// Its inspection has begun and is not reported or fed back yet (进驻中).
    UnderWay,
    /// Inspected in the mode that the list requires, and reported or fed back (已覆盖).
    Covered,
}

impl From<Standing> for ObjectStanding {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::NotYetListed => Self::NotYetListed,
            Standing::Withdrawn => Self::Withdrawn,
            Standing::OnList { stage, .. } => match stage {
                Stage::Unplanned => Self::Unplanned,
                Stage::Planned => Self::Planned,
                Stage::UnderWay => Self::UnderWay,
                Stage::Covered => Self::Covered,
            },
        }
    }
}

/// Where each object stands on the day asked for.
pub async fn standing(batch: &Batch<'_>) -> Result<Vec<ObjectStanding>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let viewer = batch.viewer();
    let mut sql = batch.sql();
    sql.push("SELECT o.id, p.year, p.assigned_on, r.kind, r.started_on, r.reported_on, r.fed_back_on FROM coverage_object o LEFT JOIN plan_assignment p ON p.object_id = o.id AND p.assigned_on <= ")
        .bind(as_of)
        .push(" AND (p.superseded_on IS NULL OR p.superseded_on > ")
        .bind(as_of)
        .push(") AND ");
    visible::rows(PlanAssignment::DEF, viewer, "p", &mut sql);
    sql.push(" LEFT JOIN coverage_record r ON r.object_id = o.id AND ");
    visible::rows(CoverageRecord::DEF, viewer, "r", &mut sql);
    sql.push(" WHERE o.id").in_ids(&batch.ids());

    let mut found: HashMap<Uuid, (Vec<Placement>, Vec<Inspection>)> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let (placements, inspections) = found.entry(row.try_get("", "id")?).or_default();
        let placed = (
            row.try_get::<Option<i32>>("", "year")?,
            row.try_get("", "assigned_on")?,
        );
        if let (Some(year), Some(assigned_on), true) = (placed.0, placed.1, placements.is_empty()) {
            placements.push(Placement {
                year,
                assigned_on,
                superseded_on: None,
            });
        }
        inspections.extend(inspection_of(&row)?);
    }
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let (placements, inspections) = found.remove(&id).unwrap_or_default();
        let mode = batch
            .text(row, "required_mode")
            .and_then(RequiredMode::parse);
        let object = Listed {
            required_mode: mode.unwrap_or(RequiredMode::Routine),
            listed_on: batch
                .date(row, "listed_on")
                .ok_or_else(|| Error::internal("an object without the day of its listing"))?,
            withdrawn_on: batch.date(row, "withdrawn_on"),
            groups: Vec::new(),
            placements,
            inspections,
        };
        Ok(ledger::standing(&object, as_of).into())
    })
    .collect()
}
