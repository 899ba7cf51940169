//! Effective coverage beside the nominal (有形覆盖和有效覆盖).

use async_graphql::{Enum, SimpleObject};
use chrono::NaiveDate;

use super::{
    definitions,
    listed_objects::{Inspected, Object, of_plans},
};
use crate::{
    blocks::{
        measure::{self, Basis, Dimension, Measure, ScopePart, Unit},
        setting::{
            self, EFFECTIVE_NEEDS_FEEDBACK, EFFECTIVE_NEEDS_FINDINGS,
            EFFECTIVE_NEEDS_RECTIFICATION, Settings,
        },
    },
    domain::coverage::definitions as coverage,
    error::Result,
    graphql::{node_id, scalars::Date},
    read::Batch,
};

/// What makes coverage effective, where the dispatcher asks for it (有效覆盖条件).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EffectiveCondition {
    /// Its findings are recorded (登记问题).
    FindingsRecorded,
    /// It was fed back (已反馈).
    FedBack,
    /// Its rectification was accepted (整改验收).
    RectificationAccepted,
}

/// The coverage of a plan in form and in effect on one day (有形覆盖和有效覆盖).
#[derive(Clone, Debug, SimpleObject)]
pub struct EffectiveCoverage {
    /// The last day that the figures take in (统计截止日期).
    pub as_of: Date,
    /// What the dispatcher asks for on that day, by its settings (有效覆盖条件).
    pub conditions: Vec<EffectiveCondition>,
    /// Covered in form (有形覆盖).
    pub nominal: Measure,
    /// Covered in effect (有效覆盖).
    pub effective: Measure,
    /// Covered in form as a share of listed (有形覆盖率).
    pub nominal_rate: Measure,
    /// Covered in effect as a share of listed (有效覆盖率).
    pub effective_rate: Measure,
}

/// The conditions that `settings` ask for.
pub fn conditions(settings: &Settings) -> Vec<EffectiveCondition> {
    [
        (
            EFFECTIVE_NEEDS_FINDINGS,
            EffectiveCondition::FindingsRecorded,
        ),
        (EFFECTIVE_NEEDS_FEEDBACK, EffectiveCondition::FedBack),
        (
            EFFECTIVE_NEEDS_RECTIFICATION,
            EffectiveCondition::RectificationAccepted,
        ),
    ]
    .into_iter()
    .filter(|(flag, _)| settings.flag(*flag))
    .map(|(_, condition)| condition)
    .collect()
}

/// Whether `object` is covered in effect on `day`: one inspection that covers it meets all conditions.
pub fn is_effective(object: &Object, conditions: &[EffectiveCondition], day: NaiveDate) -> bool {
    let by_then = |date: Option<NaiveDate>| date.is_some_and(|date| date <= day);
    let meets = |record: &Inspected| {
        conditions.iter().all(|condition| match condition {
            EffectiveCondition::FindingsRecorded => by_then(record.findings_recorded_on),
            EffectiveCondition::FedBack => by_then(record.inspection.fed_back_on),
            EffectiveCondition::RectificationAccepted => by_then(record.rectification_accepted_on),
        })
    };
    object.is_covered(day)
        && object.records.iter().any(|record| {
            record
                .inspection
                .covers(object.listed.required_mode, object.listed.rules)
                && meets(record)
        })
}

/// The figures of each plan.
pub async fn effective_coverage(batch: &Batch<'_>) -> Result<Vec<EffectiveCoverage>> {
    let day = measure::as_of(batch.argument("asOf")?)?;
    let mut plans = of_plans(batch, &batch.ids(), day).await?;
    let dispatchers: Vec<_> = (0..batch.len())
        .filter_map(|row| batch.id(row, "dispatcher_id"))
        .collect();
    let settings = setting::of_batch(batch, &dispatchers, day).await?;
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let name = batch.text(row, "name").unwrap_or_default();
            let plan = node_id::encode("CoveragePlan", id);
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Plan, Some(plan), name)],
                as_of: day,
            };
            let settings = batch
                .id(row, "dispatcher_id")
                .and_then(|dispatcher| settings.get(&dispatcher).cloned());
            let conditions = conditions(&settings.unwrap_or_default());
            let objects = plans.remove(&id).unwrap_or_default();
            let count = |counts: &dyn Fn(&Object) -> bool| {
                objects.values().filter(|one| counts(one)).count()
            };
            let listed = count(&|object| object.is_listed(day));
            let nominal = count(&|object| object.is_covered(day));
            let effective = count(&|object| is_effective(object, &conditions, day));
            EffectiveCoverage {
                as_of: Date(day),
                nominal: basis.count(nominal, Unit::Organization, coverage::COVERED),
                effective: basis.count(effective, Unit::Organization, definitions::EFFECTIVE),
                nominal_rate: basis.share(nominal, listed, coverage::COMPLETION_RATE),
                effective_rate: basis.share(effective, listed, definitions::EFFECTIVE_RATE),
                conditions,
            }
        })
        .collect())
}
