//! Whose inspection a dispatcher may take over from those below it: objects ranked by what was observed of them, each with its reasons.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use async_graphql::{ID, SimpleObject};
use rust_decimal::{Decimal as Exact, RoundingStrategy};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::elevation_indicator::ElevationIndicator;
use crate::{
    access::visible,
    blocks::{
        measure::{self, today},
        setting::{self, Number, Settings},
    },
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{
        node_id,
        scalars::{Date, Decimal},
    },
    read::{Batch, noun::Noun as _},
};

/// An object of a dispatcher below whose inspection may be taken over (提级备选对象).
#[derive(Clone, Debug, SimpleObject)]
pub struct ElevationCandidate {
    /// The `id` of the organization (单位标识).
    pub organization_id: ID,
    /// The name of the organization (单位名称).
    pub organization_name: String,
    /// The `id` of the dispatcher whose object it is (派出机关标识).
    pub dispatcher_id: ID,
    /// The name of that dispatcher (派出机关名称).
    pub dispatcher_name: String,
    /// From 0 to 100: the shares of its reasons, weighted by the settings of the dispatcher that asks (得分).
    pub score: Decimal,
    /// What speaks for it, what weighs most first, at least one (理由).
    pub reasons: Vec<ElevationCandidateReason>,
}

/// What speaks for taking an inspection over (提级理由).
#[derive(Clone, Debug, SimpleObject)]
pub struct ElevationCandidateReason {
    /// The reason, a code of the list `ELEVATION_REASON` (提级条件).
    pub reason: String,
    /// The `id` of the indicator (指标标识).
    pub indicator_id: ID,
    /// What was observed (指标名称).
    pub name: String,
    /// How much or how many (数值).
    pub value: i32,
    /// What one of the value is (计量单位).
    pub unit: String,
    /// The last day that the value takes in (统计截止日期).
    pub as_of: Date,
    /// Where the value stands (数据来源).
    pub source: String,
    /// The highest value of that name and unit among all candidates (最高值).
    pub highest: i32,
    /// The value as a share of the highest, in per cent with two decimals (占最高值比例).
    pub share: Decimal,
    /// The weight of the reason, a setting of the dispatcher (权重).
    pub weight: i32,
}

/// An observation, of a root that asks.
struct Observed {
    root: Uuid,
    organization: (Uuid, String),
    dispatcher: (Uuid, String),
    indicator: Uuid,
    reason: String,
    name: String,
    value: i32,
    unit: String,
    as_of: chrono::NaiveDate,
    source: String,
}

/// The candidates of each organization: one statement for what was observed, and those of the settings.
pub async fn elevation_candidates(batch: &Batch<'_>) -> Result<Vec<Vec<ElevationCandidate>>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let ids = batch.ids();
    let mut sql = batch.sql();
    sql.push("SELECT r.id AS root, o.id AS organization, o.name AS organization_name, d.id AS dispatcher, d.name AS dispatcher_name, ")
        .push("e.id, e.reason, e.name, e.value, e.unit, e.as_of, e.source FROM elevation_indicator e JOIN organization o ON o.id = e.organization_id ")
        .push("JOIN organization d ON d.id = o.dispatcher_id JOIN organization r ON r.id <> d.id AND substr(d.path, 1, length(r.path)) = r.path ")
        .push("WHERE e.withdrawn_on IS NULL AND e.as_of <= ")
        .bind(as_of)
        .push(" AND r.id")
        .in_ids(&ids)
        .push(" AND ");
    visible::rows(ElevationIndicator::DEF, batch.viewer(), "e", &mut sql);
    sql.push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "o", &mut sql);
    sql.push(" ORDER BY e.as_of, e.id");
    let mut latest: HashMap<Uuid, BTreeMap<(Uuid, String, String), Observed>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let observed = observed(&row)?;
        let key = (
            observed.organization.0,
            observed.name.clone(),
            observed.unit.clone(),
        );
        // Ordered by day: what was observed last stands.
        latest
            .entry(observed.root)
            .or_default()
            .insert(key, observed);
    }
    let settings = setting::of_batch(batch, &ids, today()).await?;
    let shipped = Settings::default();
    let ranked = ids.iter().map(|id| {
        let observed = latest.remove(id).unwrap_or_default().into_values();
        rank(observed.collect(), settings.get(id).unwrap_or(&shipped))
    });
    Ok(ranked.collect())
}

fn observed(row: &QueryResult) -> Result<Observed> {
    Ok(Observed {
        root: row.try_get("", "root")?,
        organization: (
            row.try_get("", "organization")?,
            row.try_get("", "organization_name")?,
        ),
        dispatcher: (
            row.try_get("", "dispatcher")?,
            row.try_get("", "dispatcher_name")?,
        ),
        indicator: row.try_get("", "id")?,
        reason: row.try_get("", "reason")?,
        name: row.try_get("", "name")?,
        value: row.try_get("", "value")?,
        unit: row.try_get("", "unit")?,
        as_of: row.try_get("", "as_of")?,
        source: row.try_get("", "source")?,
    })
}

/// The strongest first. Of every reason the strongest indicator of an object counts, as a share of the highest among all.
fn rank(observed: Vec<Observed>, settings: &Settings) -> Vec<ElevationCandidate> {
    let mut highest: HashMap<(String, String), i32> = HashMap::new();
    let mut weights: BTreeMap<String, i32> = BTreeMap::new();
    for one in &observed {
        let most = highest
            .entry((one.name.clone(), one.unit.clone()))
            .or_default();
        *most = one.value.max(*most);
        weights
            .entry(one.reason.clone())
            .or_insert_with(|| settings.number(weight_of(&one.reason)));
    }
    let total: i32 = weights.values().sum();
    let mut candidates: BTreeMap<Uuid, ElevationCandidate> = BTreeMap::new();
    for one in observed {
        let most = highest.get(&(one.name.clone(), one.unit.clone()));
        let most = most.copied().unwrap_or_default();
        let weight = weights.get(&one.reason).copied().unwrap_or_default();
        let candidate = candidates
            .entry(one.organization.0)
            .or_insert_with(|| candidate(&one));
        candidate.reasons.push(reason(one, most, weight));
    }
    let mut ranked: Vec<ElevationCandidate> = candidates.into_values().collect();
    for candidate in &mut ranked {
        candidate
            .reasons
            .sort_by_key(|reason| Reverse(reason.share.0 * Exact::from(reason.weight)));
        candidate.score = Decimal(score(&candidate.reasons, total));
    }
    ranked.sort_by_key(|candidate| Reverse(candidate.score.0));
    ranked
}

fn candidate(of: &Observed) -> ElevationCandidate {
    ElevationCandidate {
        organization_id: ID(node_id::encode("Organization", of.organization.0)),
        organization_name: of.organization.1.clone(),
        dispatcher_id: ID(node_id::encode("Organization", of.dispatcher.0)),
        dispatcher_name: of.dispatcher.1.clone(),
        score: Decimal(Exact::ZERO),
        reasons: Vec::new(),
    }
}

fn reason(of: Observed, highest: i32, weight: i32) -> ElevationCandidateReason {
    ElevationCandidateReason {
        reason: of.reason,
        indicator_id: ID(node_id::encode(ElevationIndicator::DEF.name, of.indicator)),
        name: of.name,
        value: of.value,
        unit: of.unit,
        as_of: Date(of.as_of),
        source: of.source,
        highest,
        share: Decimal(per_cent(of.value, highest)),
        weight,
    }
}

/// The weighted mean over all reasons for which anything was observed of any candidate; a reason counts with its strongest indicator.
fn score(reasons: &[ElevationCandidateReason], total: i32) -> Exact {
    let mut strongest: BTreeMap<&str, Exact> = BTreeMap::new();
    for reason in reasons {
        let weighted = reason.share.0 * Exact::from(reason.weight);
        let most = strongest.entry(&reason.reason).or_default();
        *most = weighted.max(*most);
    }
    let sum: Exact = strongest.into_values().sum();
    let mean = sum.checked_div(Exact::from(total)).unwrap_or_default();
    mean.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}

fn per_cent(part: i32, whole: i32) -> Exact {
    let share = (Exact::from(part) * Exact::ONE_HUNDRED).checked_div(Exact::from(whole));
    let share = share.unwrap_or_default();
    share
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}

/// What a reason weighs; one that a dispatcher added itself weighs what others weigh.
fn weight_of(reason: &str) -> Number {
    match reason {
        "LARGE_ECONOMY" => setting::ELEVATION_WEIGHT_LARGE_ECONOMY,
        "MANY_COMPLAINTS" => setting::ELEVATION_WEIGHT_MANY_COMPLAINTS,
        "STRONG_CLANS" => setting::ELEVATION_WEIGHT_STRONG_CLANS,
        "HARD_TO_GOVERN" => setting::ELEVATION_WEIGHT_HARD_TO_GOVERN,
        _ => setting::ELEVATION_WEIGHT_OTHER,
    }
}
