//! The coverage of the dispatchers at and below one organization, side by side and in sum (所属派出机关比较).

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use chrono::{Datelike, NaiveDate};
use inspectorate_entity::coverage::coverage_plan::PlanKind;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    coverage_plan::CoveragePlan,
    ledger::Listed,
    ledger_figures::{Frame, figures, lines},
    ledger_line::LedgerLine,
    ledger_pace::Pace,
    ledger_rows::{self, Placements, PlanKey},
    ledger_view::PlanHead,
    source::Source,
};
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Dimension, ScopePart},
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

/// The coverage of all dispatchers at and below an organization on one day (所属派出机关覆盖情况); the total is their sum, and every
/// object counts on the list of its own dispatcher only.
#[derive(Clone, Debug, SimpleObject)]
pub struct CoverageComparison {
    /// The last day that the figures take in (统计截止日期).
    pub as_of: Date,
    /// All of them together (合计).
    pub total: LedgerLine,
    /// All of them together, by object type, so that villages stand apart (分类型合计).
    pub by_object_type: Vec<LedgerLine>,
    /// Each dispatcher with the five-year plan of the term that contains that day, in the order of the tree (各派出机关).
    pub dispatchers: Vec<ComparedDispatcher>,
}

/// One dispatcher among others (派出机关覆盖情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct ComparedDispatcher {
    /// The `id` of the dispatching Party organization (派出机关标识).
    pub dispatcher_id: ID,
    /// Its name (名称).
    pub dispatcher_name: String,
    /// The `id` of its five-year plan (规划标识).
    pub plan_id: ID,
    /// The title of that plan (规划名称).
    pub plan_name: String,
    /// Its figures (台账).
    pub figures: LedgerLine,
    /// How it keeps pace with its plan (进度).
    pub pace: Pace,
}

/// A plan with its dispatcher, below the organization that is asked about.
struct Below {
    root: Uuid,
    dispatcher: Uuid,
    dispatcher_name: String,
    head: PlanHead,
}

/// Of each organization, the coverage at and below it: one statement for the plans, one for the objects, and another when a
/// dispatcher has settings.
pub async fn coverage(batch: &Batch<'_>) -> Result<Vec<Option<CoverageComparison>>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let source = Source::Reading(batch);
    let plans = plans(batch, as_of).await?;
    let mut keys: Vec<PlanKey> = plans.iter().map(|plan| plan.head.key).collect();
    keys.sort_unstable_by_key(|key| key.id);
    keys.dedup_by_key(|key| key.id);
    let mut read = ledger_rows::read(&source, &keys, as_of, Placements::Holding).await?;
    let groups = std::mem::take(&mut read.groups);
    let objects = keys.iter().map(|key| (key.id, read.take(key.id)));
    let objects: HashMap<Uuid, Vec<Listed>> = objects.collect();
    let frame = |plan: &Below| plan.head.frame(&read);
    let frames = plans.iter().map(|plan| (plan.head.key.id, frame(plan)));
    let known = Known {
        frames: frames.collect(),
        objects,
        groups,
    };
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let below: Vec<&Below> = plans.iter().filter(|plan| plan.root == id).collect();
            let part = ScopePart::new(
                Dimension::Organization,
                Some(node_id::encode("Organization", id)),
                batch.text(row, "name").unwrap_or_default(),
            );
            (!below.is_empty()).then(|| compare(&below, &known, part, as_of))
        })
        .collect())
}

/// What is known of the plans, by their id.
struct Known {
    objects: HashMap<Uuid, Vec<Listed>>,
    frames: HashMap<Uuid, Frame>,
    groups: Vec<ScopePart>,
}

fn compare(
    below: &[&Below],
    known: &Known,
    root: ScopePart,
    as_of: NaiveDate,
) -> CoverageComparison {
    let of = |plan: &Below| {
        let objects = known.objects.get(&plan.head.key.id);
        objects.map_or(&[][..], Vec::as_slice)
    };
    let basis = Basis {
        scope: vec![root],
        as_of,
    };
    // The pace of the whole is not said: plans of different years have none in common.
    let all = below.iter().flat_map(|plan| of(plan));
    let groups = &known.groups;
    let whole = Frame {
        years: (as_of.year(), as_of.year()),
        tolerance: Decimal::ZERO,
    };
    let total = figures(all, groups, &whole, &basis);
    let dispatchers = below.iter().map(|plan| {
        let id = node_id::encode("Organization", plan.dispatcher);
        let part = ScopePart::new(
            Dimension::Dispatcher,
            Some(id.clone()),
            &plan.dispatcher_name,
        );
        let frame = known.frames.get(&plan.head.key.id).unwrap_or(&whole);
        let figures = figures(of(plan), groups, frame, &basis.narrowed(part));
        ComparedDispatcher {
            dispatcher_id: ID(id),
            dispatcher_name: plan.dispatcher_name.clone(),
            plan_id: ID(node_id::encode("CoveragePlan", plan.head.key.id)),
            plan_name: plan.head.name.clone(),
            figures: figures.total,
            pace: figures.pace,
        }
    });
    CoverageComparison {
        as_of: Date(as_of),
        dispatchers: dispatchers.collect(),
        by_object_type: lines(&total, Dimension::ObjectType),
        total: total.total,
    }
}

/// The five-year plans at and below each organization, of terms that contain the day.
async fn plans(batch: &Batch<'_>, as_of: NaiveDate) -> Result<Vec<Below>> {
    let mut sql = batch.sql();
    sql.push("SELECT r.id, d.id, d.name, p.id, p.name, p.from_year, p.to_year FROM organization r JOIN organization d ON d.path >= r.path AND d.path < substr(r.path, 1, length(r.path) - 1) || '0' JOIN coverage_plan p ON p.dispatcher_id = d.id AND p.kind = 'FIVE_YEAR' JOIN term t ON t.id = p.term_id WHERE t.starts_on <= ")
        .bind(as_of)
        .push(" AND t.ends_on >= ")
        .bind(as_of)
        .push(" AND r.id")
        .in_ids(&batch.ids());
    sql.push(" AND ");
    visible::rows(CoveragePlan::DEF, batch.viewer(), "p", &mut sql);
    sql.push(" ORDER BY d.path, p.from_year, p.id");
    let rows = batch.fetch(sql).await?;
    let below = rows.iter().map(|row| {
        Ok(Below {
            root: row.try_get_by_index(0)?,
            dispatcher: row.try_get_by_index(1)?,
            dispatcher_name: row.try_get_by_index(2)?,
            head: PlanHead {
                key: PlanKey {
                    id: row.try_get_by_index(3)?,
                    kind: PlanKind::FiveYear,
                },
                name: row.try_get_by_index(4)?,
                years: (row.try_get_by_index(5)?, row.try_get_by_index(6)?),
                dispatcher: row.try_get_by_index(1)?,
            },
        })
    });
    below.collect()
}
