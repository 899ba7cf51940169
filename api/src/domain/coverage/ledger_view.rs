//! The ledger as clients read it.

use async_graphql::SimpleObject;
use inspectorate_entity::{coverage::coverage_plan::PlanKind, vocabulary::Vocabulary};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    ledger_figures::{Figures, Frame, figures, lines},
    ledger_line::LedgerLine,
    ledger_pace::Pace,
    ledger_rows::{self, Placements, PlanKey, ReadObjects},
    source::Source,
};
use crate::{
    blocks::measure::{self, Basis, Dimension, Measure, ScopePart},
    error::{Error, Result},
    graphql::{node_id, scalars::Date},
    read::Batch,
};

/// The coverage of a plan on one day (全覆盖台账); every object counts once, however often and by whomever it was inspected.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject, Serialize, Deserialize)]
pub struct Ledger {
    /// The last day that the figures take in (统计截止日期).
    pub as_of: Date,
    /// The whole list (合计).
    pub total: LedgerLine,
    /// By level of the organizations (分层级).
    pub by_level: Vec<LedgerLine>,
    /// By sector of the organizations (分领域).
    pub by_sector: Vec<LedgerLine>,
    /// By sector block of the plan (分板块).
    pub by_block: Vec<LedgerLine>,
    /// By object type (分类型).
    pub by_object_type: Vec<LedgerLine>,
    /// By the year in which an object was covered, or else is placed (分年度).
    pub by_year: Vec<LedgerLine>,
    /// By the dispatcher on whose list the objects stand (分派出机关).
    pub by_dispatcher: Vec<LedgerLine>,
    /// Covered objects by the kind of the inspection that covered them, each once (分方式覆盖数).
    pub covered_by_kind: Vec<Measure>,
    /// Inspections of the objects by kind, each counted once (分方式).
    pub inspections_by_kind: Vec<Measure>,
    /// How it keeps pace with the plan (进度).
    pub pace: Pace,
}

impl Ledger {
    /// The figures, laid out by dimension.
    pub fn new(as_of: Date, figures: Figures) -> Self {
        let of = |dimension| lines(&figures, dimension);
        Self {
            as_of,
            by_level: of(Dimension::Level),
            by_sector: of(Dimension::Sector),
            by_block: of(Dimension::Block),
            by_object_type: of(Dimension::ObjectType),
            by_year: of(Dimension::Year),
            by_dispatcher: of(Dimension::Dispatcher),
            total: figures.total,
            covered_by_kind: figures.covered_by_kind,
            inspections_by_kind: figures.inspections_by_kind,
            pace: figures.pace,
        }
    }
}

/// A plan of which figures are formed.
#[derive(Clone, Debug)]
pub struct PlanHead {
    pub key: PlanKey,
    pub name: String,
    pub years: (i32, i32),
    pub dispatcher: Uuid,
}

impl PlanHead {
    /// What frames its pace.
    pub fn frame(&self, read: &ReadObjects) -> Frame {
        Frame {
            years: self.years,
            tolerance: read.tolerance(self.dispatcher),
        }
    }

    /// What its figures are formed over.
    pub fn basis(&self, as_of: chrono::NaiveDate) -> Basis {
        let id = node_id::encode("CoveragePlan", self.key.id);
        Basis {
            scope: vec![ScopePart::new(Dimension::Plan, Some(id), &self.name)],
            as_of,
        }
    }
}

/// The plans of a batch whose fields need `name`, `kind`, the years and `dispatcher_id`.
pub fn heads(batch: &Batch<'_>) -> Result<Vec<PlanHead>> {
    let ids = batch.ids().into_iter().enumerate();
    let head = |(row, id)| {
        let kind = batch.text(row, "kind").and_then(PlanKind::parse);
        let year = |column| {
            batch
                .integer(row, column)
                .and_then(|year| i32::try_from(year).ok())
        };
        let years = year("from_year").zip(year("to_year"));
        let dispatcher = batch.id(row, "dispatcher_id");
        let (Some(kind), Some(years), Some(dispatcher)) = (kind, years, dispatcher) else {
            return Err(Error::internal("a plan without kind, years or dispatcher"));
        };
        Ok(PlanHead {
            key: PlanKey { id, kind },
            name: batch.text(row, "name").unwrap_or_default().to_owned(),
            years,
            dispatcher,
        })
    };
    ids.map(head).collect()
}

/// The figures of each plan: one statement, and another when a dispatcher has settings, however many plans and objects.
pub async fn of_plans(
    source: &Source<'_, '_>,
    plans: &[PlanHead],
    as_of: chrono::NaiveDate,
) -> Result<Vec<Figures>> {
    let keys: Vec<PlanKey> = plans.iter().map(|plan| plan.key).collect();
    let mut read = ledger_rows::read(source, &keys, as_of, Placements::Holding).await?;
    let groups = std::mem::take(&mut read.groups);
    let plans = plans.iter();
    Ok(plans
        .map(|plan| {
            let frame = plan.frame(&read);
            let objects = read.take(plan.key.id);
            figures(&objects, &groups, &frame, &plan.basis(as_of))
        })
        .collect())
}

/// Every figure of each plan.
pub async fn ledger(batch: &Batch<'_>) -> Result<Vec<Ledger>> {
    let (as_of, figures) = asked(batch).await?;
    let figures = figures.into_iter();
    Ok(figures.map(|figures| Ledger::new(as_of, figures)).collect())
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
    let (_, figures) = asked(batch).await?;
    let figures = figures.iter();
    Ok(figures.map(|figures| lines(figures, dimension)).collect())
}

async fn asked(batch: &Batch<'_>) -> Result<(Date, Vec<Figures>)> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let figures = of_plans(&Source::Reading(batch), &heads(batch)?, as_of).await?;
    Ok((Date(as_of), figures))
}
