//! What was reached of a target.

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::{plans::plan_target::TargetIndicator, vocabulary::Vocabulary};
use rust_decimal::Decimal as Exact;
use uuid::Uuid;

use super::{
    definitions,
    listed_objects::{Object, VILLAGE, of_plans},
};
use crate::{
    blocks::measure::{self, Basis, Dimension, Measure, ScopePart, Unit},
    domain::coverage::definitions as coverage,
    error::{Error, Result},
    graphql::{node_id, scalars::Date},
    read::Batch,
};

/// What was reached of a target on one day (目标完成情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct TargetProgress {
    /// The last day that the figure takes in (统计截止日期).
    pub as_of: Date,
    /// What was reached (实际值).
    pub actual: Measure,
    /// Whether that is the target or more (是否达成).
    pub reached: bool,
}

/// The progress of each target; one look at the objects of all plans for each day that is asked about.
pub async fn progress(batch: &Batch<'_>) -> Result<Vec<TargetProgress>> {
    let asked: Option<Date> = batch.argument("asOf")?;
    let mut days = Vec::with_capacity(batch.len());
    for row in 0..batch.len() {
        days.push(match (asked, year(batch, row)) {
            (None, Some(year)) => last_day(year).min(measure::today()),
            _ => measure::as_of(asked)?,
        });
    }
    let mut objects: HashMap<NaiveDate, HashMap<Uuid, HashMap<Uuid, Object>>> = HashMap::new();
    let plans: Vec<Uuid> = (0..batch.len())
        .filter_map(|row| batch.id(row, "plan_id"))
        .collect();
    for day in &days {
        if !objects.contains_key(day) {
            objects.insert(*day, of_plans(batch, &plans, *day).await?);
        }
    }
    let rows = days.into_iter().enumerate();
    rows.map(|(row, day)| {
        let plan = batch
            .id(row, "plan_id")
            .ok_or_else(|| Error::internal("a target without its plan"))?;
        let indicator = batch
            .text(row, "indicator")
            .and_then(TargetIndicator::parse)
            .ok_or_else(|| Error::internal("a target without its indicator"))?;
        let of_plan = objects.get(&day).and_then(|plans| plans.get(&plan));
        let counted = actual(indicator, year(batch, row), of_plan, basis(plan, day));
        let target = batch.integer(row, "target").unwrap_or_default();
        Ok(TargetProgress {
            as_of: Date(day),
            reached: counted
                .value
                .is_some_and(|value| value.0 >= Exact::from(target)),
            actual: counted,
        })
    })
    .collect()
}

fn year(batch: &Batch<'_>, row: usize) -> Option<i32> {
    let year = batch.integer(row, "year")?;
    i32::try_from(year).ok()
}

fn last_day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX)
}

fn basis(plan: Uuid, day: NaiveDate) -> Basis {
    let id = node_id::encode("CoveragePlan", plan);
    Basis {
        scope: vec![ScopePart::new(Dimension::Plan, Some(id.clone()), id)],
        as_of: day,
    }
}

/// What is counted: of a year, what became true in it, but a rate always as a whole.
fn actual(
    indicator: TargetIndicator,
    year: Option<i32>,
    objects: Option<&HashMap<Uuid, Object>>,
    mut basis: Basis,
) -> Measure {
    let day = basis.as_of;
    if let Some(year) = year {
        let year = year.to_string();
        basis = basis.narrowed(ScopePart::new(Dimension::Year, Some(year.clone()), year));
    }
    let before = year.map(|year| last_day(year - 1));
    let count = |counts: &dyn Fn(&Object, NaiveDate) -> bool| {
        let all = objects.into_iter().flat_map(HashMap::values);
        all.filter(|object| counts(object, day))
            .filter(|object| before.is_none_or(|before| !counts(object, before)))
            .count()
    };
    match indicator {
        TargetIndicator::ObjectsCovered => basis.count(
            count(&Object::is_covered),
            Unit::Organization,
            definitions::COVERED_IN_PERIOD,
        ),
        TargetIndicator::ObjectsLookedBack => basis.count(
            count(&Object::is_looked_back),
            Unit::Organization,
            definitions::LOOKED_BACK_IN_PERIOD,
        ),
        TargetIndicator::VillagesCovered => basis.count(
            count(&|object, day| object.object_type == VILLAGE && object.is_covered(day)),
            Unit::Organization,
            definitions::VILLAGES_COVERED,
        ),
        TargetIndicator::CompletionRate => {
            let all = || objects.into_iter().flat_map(HashMap::values);
            let listed = all().filter(|object| object.is_listed(day)).count();
            let covered = all().filter(|object| object.is_covered(day)).count();
            basis.share(covered, listed, coverage::COMPLETION_RATE)
        }
    }
}
