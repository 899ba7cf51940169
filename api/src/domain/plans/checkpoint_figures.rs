//! The coverage of an annual plan on the day that a checkpoint's figures take in.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    domain::coverage::{ledger_days::PlanDays, ledger_figures::Tally, ledger_line::LedgerLine},
    error::Result,
    read::Batch,
};

/// The figures of each checkpoint that has a day for them, by what its dispatcher went by on that day.
pub async fn figures(batch: &Batch<'_>) -> Result<Vec<Option<LedgerLine>>> {
    let asked: Vec<Option<(Uuid, NaiveDate)>> = (0..batch.len())
        .map(|row| Some((batch.id(row, "plan_id")?, batch.date(row, "figures_as_of")?)))
        .collect();
    let plans: Vec<Uuid> = asked.iter().flatten().map(|(plan, _)| *plan).collect();
    let days: Vec<NaiveDate> = asked.iter().flatten().map(|(_, day)| *day).collect();
    let known = PlanDays::read(batch, &plans, &days).await?;
    Ok(asked
        .into_iter()
        .map(|asked| {
            let (plan, day) = asked?;
            let mut tally = Tally::default();
            for (_, standing) in known.standings(plan, day, day) {
                tally.add(standing);
            }
            Some(tally.line(&known.basis(plan, day), None))
        })
        .collect())
}
