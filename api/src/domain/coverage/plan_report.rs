//! What a plan reports of itself (规划执行情况): year by year, and in the sentences that a report prints.

use async_graphql::SimpleObject;
use inspectorate_entity::coverage::coverage_plan::PlanKind;

use super::{
    ledger::placement,
    ledger_figures::{Figures, figures},
    ledger_line::LedgerLine,
    ledger_pace::Pace,
    ledger_rows::{self, Placements, PlanKey},
    ledger_view::{PlanHead, heads},
    report_text,
    source::Source,
    year_summary::{self, YearSummary},
};
use crate::{blocks::measure, error::Result, graphql::scalars::Date, read::Batch};

/// What a plan reports as of one day (规划执行情况报告); for an annual plan, of its one year.
#[derive(Clone, Debug, SimpleObject)]
pub struct PlanReport {
    /// The last day that the figures take in (统计截止日期).
    pub as_of: Date,
    /// The whole list (合计).
    pub total: LedgerLine,
    /// How it keeps pace (进度).
    pub pace: Pace,
    /// Each year of the plan that had begun by that day, first to last, each with the change from the year before (分年度情况).
    pub years: Vec<YearSummary>,
    /// The figures in English sentences.
    pub text: String,
    /// The figures in Chinese sentences, as a report prints them (文字表述).
    pub text_zh: String,
}

/// The report of each plan: one statement for the objects with every placement that they had.
pub async fn report(batch: &Batch<'_>) -> Result<Vec<PlanReport>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let source = Source::Reading(batch);
    let heads = heads(batch)?;
    let keys: Vec<PlanKey> = heads.iter().map(|head| head.key).collect();
    let mut read = ledger_rows::read(&source, &keys, as_of, Placements::Every).await?;
    let groups = std::mem::take(&mut read.groups);
    let reports = heads.iter().map(|head| {
        let frame = head.frame(&read);
        let mut objects = read.take(head.key.id);
        if head.key.kind == PlanKind::Annual {
            objects.retain(|object| placement(object, as_of).is_some());
        }
        let figures = figures(&objects, &groups, &frame, &head.basis(as_of));
        let years = year_summary::years(&objects, head, as_of);
        lay_out(head, figures, years, as_of)
    });
    Ok(reports.collect())
}

fn lay_out(
    head: &PlanHead,
    figures: Figures,
    years: Vec<YearSummary>,
    as_of: chrono::NaiveDate,
) -> PlanReport {
    PlanReport {
        as_of: Date(as_of),
        text: report_text::english(head, &figures, &years, as_of),
        text_zh: report_text::chinese(head, &figures, &years, as_of),
        total: figures.total,
        pace: figures.pace,
        years,
    }
}
