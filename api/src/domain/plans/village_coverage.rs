//! Villages and communities on the lists of a dispatcher and of those below it, beside the lists of the city itself.

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use chrono::NaiveDate;
use uuid::Uuid;

use super::definitions;
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Dimension, Measure, ScopePart, Unit},
    domain::{
        coverage::{
            ledger::standing,
            ledger_figures::Tally,
            ledger_rows::{ReadObject, read_villages_below},
            source::Source,
        },
        organizations::organization::Organization,
    },
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

/// The villages and communities of a dispatcher and of those below it on one day (村、社区巡察全覆盖).
#[derive(Clone, Debug, SimpleObject)]
pub struct VillageCoverage {
    /// The last day that the figures take in (统计截止日期).
    pub as_of: Date,
    /// On the lists (在册).
    pub listed: Measure,
    /// Covered (已覆盖).
    pub covered: Measure,
    /// Covered as a share of listed (完成率).
    pub completion_rate: Measure,
    /// The sum of the targets that the plans set for their whole time; null when none did (目标数).
    pub target: Option<i32>,
    /// Each dispatcher with villages on its list, by the order of their codes (分派出机关).
    pub by_dispatcher: Vec<VillageLine>,
}

/// The villages and communities on the lists of one dispatcher (分派出机关).
#[derive(Clone, Debug, SimpleObject)]
pub struct VillageLine {
    /// The `id` of the dispatcher (派出机关标识).
    pub dispatcher_id: ID,
    /// What it is called (名称).
    pub name: String,
    /// On its lists (在册).
    pub listed: Measure,
    /// Covered (已覆盖).
    pub covered: Measure,
    /// Covered as a share of listed (完成率).
    pub completion_rate: Measure,
    /// The target that its plan sets for its whole time; null when it sets none (目标数).
    pub target: Option<i32>,
}

struct Dispatcher {
    code: String,
    name: String,
    target: Option<i32>,
}

/// The figures of each plan.
pub async fn villages(batch: &Batch<'_>) -> Result<Vec<VillageCoverage>> {
    let day = measure::as_of(batch.argument("asOf")?)?;
    let read = read_villages_below(&Source::Reading(batch), batch.ids(), day).await?;
    let plans = read.plans.into_iter();
    let mut villages: HashMap<Uuid, HashMap<Uuid, Tally>> = plans
        .map(|(plan, objects)| (plan, by_dispatcher(&objects, day)))
        .collect();
    let mut named: Vec<Uuid> = villages.values().flat_map(HashMap::keys).copied().collect();
    named.sort_unstable();
    named.dedup();
    let dispatchers = dispatchers(batch, &named).await?;
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let plan = node_id::encode("CoveragePlan", id);
            let name = batch.text(row, "name").unwrap_or_default();
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Plan, Some(plan), name)],
                as_of: day,
            };
            let mut lines: Vec<_> = villages
                .remove(&id)
                .unwrap_or_default()
                .into_iter()
                .filter_map(|(id, tally)| Some((dispatchers.get(&id)?, id, tally)))
                .collect();
            lines.sort_by(|one, other| one.0.code.cmp(&other.0.code));
            let (mut listed, mut covered) = (0, 0);
            let by_dispatcher: Vec<_> = lines
                .into_iter()
                .map(|(dispatcher, id, tally)| {
                    let counts = (tally.listed(), tally.covered);
                    listed += counts.0;
                    covered += counts.1;
                    line(&basis, dispatcher, id, counts)
                })
                .collect();
            let targets: Vec<i32> = by_dispatcher
                .iter()
                .filter_map(|line| line.target)
                .collect();
            let [total, done, rate] = measures(&basis, (listed, covered));
            VillageCoverage {
                as_of: Date(day),
                listed: total,
                covered: done,
                completion_rate: rate,
                target: (!targets.is_empty()).then(|| targets.iter().sum()),
                by_dispatcher,
            }
        })
        .collect())
}

fn by_dispatcher(objects: &[ReadObject], day: NaiveDate) -> HashMap<Uuid, Tally> {
    let mut tallies: HashMap<Uuid, Tally> = HashMap::new();
    for object in objects {
        let tally = tallies.entry(object.dispatcher).or_default();
        tally.add(standing(&object.listed, day));
    }
    tallies
}

fn line(basis: &Basis, dispatcher: &Dispatcher, id: Uuid, counts: (usize, usize)) -> VillageLine {
    let id = node_id::encode("Organization", id);
    let part = ScopePart::new(
        Dimension::Organization,
        Some(id.clone()),
        dispatcher.name.as_str(),
    );
    let [listed, covered, completion_rate] = measures(&basis.narrowed(part), counts);
    VillageLine {
        dispatcher_id: ID(id),
        name: dispatcher.name.clone(),
        listed,
        covered,
        completion_rate,
        target: dispatcher.target,
    }
}

fn measures(basis: &Basis, (listed, covered): (usize, usize)) -> [Measure; 3] {
    [
        basis.count(listed, Unit::Organization, definitions::VILLAGES_LISTED),
        basis.count(covered, Unit::Organization, definitions::VILLAGES_COVERED),
        basis.share(covered, listed, definitions::VILLAGES_RATE),
    ]
}

/// What the dispatchers are called, and the targets that their five-year plans set for villages.
async fn dispatchers(batch: &Batch<'_>, ids: &[Uuid]) -> Result<HashMap<Uuid, Dispatcher>> {
    let mut sql = batch.sql();
    sql.push("SELECT d.id, d.code, d.name, t.target FROM organization d LEFT JOIN plan_target t ON t.dispatcher_id = d.id AND t.indicator = 'VILLAGES_COVERED' AND t.year IS NULL WHERE d.id")
        .in_ids(ids)
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    let mut found = HashMap::new();
    for row in batch.fetch(sql).await? {
        let target: Option<i32> = row.try_get("", "target")?;
        let of = found
            .entry(row.try_get("", "id")?)
            .or_insert_with(|| Dispatcher {
                code: String::new(),
                name: String::new(),
                target: None,
            });
        of.code = row.try_get("", "code")?;
        of.name = row.try_get("", "name")?;
        of.target = match (of.target, target) {
            (Some(one), Some(other)) => Some(one + other),
            (one, other) => one.or(other),
        };
    }
    Ok(found)
}
