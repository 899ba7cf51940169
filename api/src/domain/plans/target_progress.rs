//! What was reached of a target.

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::{plans::plan_target::TargetIndicator, vocabulary::Vocabulary};
use rust_decimal::Decimal as Exact;
use uuid::Uuid;

use super::definitions;
use crate::{
    blocks::measure::{self, Dimension, Measure, ScopePart, Unit},
    domain::coverage::{
        definitions as coverage, ledger::Standing, ledger_days::PlanDays, ledger_rows::ReadObject,
        ledger_statement::VILLAGE,
    },
    error::{Error, Result},
    graphql::scalars::Date,
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

/// The progress of each target, by what its dispatcher went by on the day; one look at the objects for all days.
pub async fn progress(batch: &Batch<'_>) -> Result<Vec<TargetProgress>> {
    let asked: Option<Date> = batch.argument("asOf")?;
    let mut days = Vec::with_capacity(batch.len());
    for row in 0..batch.len() {
        days.push(match (asked, year(batch, row)) {
            (None, Some(year)) => last_day(year).min(measure::today()),
            _ => measure::as_of(asked)?,
        });
    }
    let plans: Vec<Uuid> = (0..batch.len())
        .filter_map(|row| batch.id(row, "plan_id"))
        .collect();
    let known = PlanDays::read(batch, &plans, &days).await?;
    let rows = days.into_iter().enumerate();
    rows.map(|(row, day)| {
        let plan = batch
            .id(row, "plan_id")
            .ok_or_else(|| Error::internal("a target without its plan"))?;
        let indicator = batch
            .text(row, "indicator")
            .and_then(TargetIndicator::parse)
            .ok_or_else(|| Error::internal("a target without its indicator"))?;
        let counted = actual(indicator, year(batch, row), &known, (plan, day));
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

/// What is counted: of a year, what became true in it, but a rate always as a whole.
fn actual(
    indicator: TargetIndicator,
    year: Option<i32>,
    known: &PlanDays,
    (plan, day): (Uuid, NaiveDate),
) -> Measure {
    let mut basis = known.basis(plan, day);
    if let Some(year) = year {
        let year = year.to_string();
        basis = basis.narrowed(ScopePart::new(Dimension::Year, Some(year.clone()), year));
    }
    let holding = |counts: &dyn Fn(&ReadObject, Standing) -> bool, on: NaiveDate| {
        let standings = known.standings(plan, day, on);
        standings
            .map(|(object, standing)| counts(object, standing))
            .collect::<Vec<bool>>()
    };
    let count = |counts: &dyn Fn(&ReadObject, Standing) -> bool| {
        let by_then = holding(counts, day);
        let before = year.map(|year| holding(counts, last_day(year - 1)));
        let by_then = by_then.into_iter().enumerate();
        let new = |number: usize| {
            let before = before.as_ref().and_then(|before| before.get(number));
            before.is_none_or(|before| !before)
        };
        by_then
            .filter(|(number, counts)| *counts && new(*number))
            .count()
    };
    match indicator {
        TargetIndicator::ObjectsCovered => basis.count(
            count(&|_, standing| standing.is_covered()),
            Unit::Organization,
            definitions::COVERED_IN_PERIOD,
        ),
        TargetIndicator::ObjectsLookedBack => basis.count(
            count(&|_, standing| standing.is_looked_back()),
            Unit::Organization,
            definitions::LOOKED_BACK_IN_PERIOD,
        ),
        TargetIndicator::VillagesCovered => basis.count(
            count(&|object, standing| object.object_type == VILLAGE && standing.is_covered()),
            Unit::Organization,
            definitions::VILLAGES_COVERED,
        ),
        TargetIndicator::CompletionRate => {
            let all = || {
                known
                    .standings(plan, day, day)
                    .map(|(_, standing)| standing)
            };
            let listed = all().filter(Standing::is_listed).count();
            let covered = all().filter(Standing::is_covered).count();
            basis.share(covered, listed, coverage::COMPLETION_RATE)
        }
    }
}
