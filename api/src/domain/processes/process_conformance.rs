//! How completely closed inspections are recorded, against the process that each was bound to (S423, S424).

use async_graphql::SimpleObject;
use chrono::NaiveDate;

use super::steps::{self, Recorded};
use crate::{
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun as _},
};

/// How completely the inspections closed in a period are recorded (流程规范情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct ProcessConformance {
    /// The share of inspections with every mandatory step recorded (全部必经步骤齐备率).
    conforming: Measure,
    /// The share of mandatory steps that is recorded (必经步骤登记率).
    steps_recorded: Measure,
    /// All inspections closed in the period, also those that are bound to no process (办结数).
    closed: Measure,
    /// Each mandatory step, in the order of the process (分步骤).
    steps: Vec<StepConformance>,
}

/// How completely one step is recorded (分步骤登记情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct StepConformance {
    /// Its code in the process (步骤代号).
    code: String,
    /// What it asks, in English (步骤内容英文).
    text: String,
    /// What it asks, in Chinese (步骤内容).
    text_zh: String,
    /// The share of inspections that have it (登记率).
    recorded: Measure,
}

const CONFORMING: Definition = Definition::new(
    "INSPECTIONS_CONFORMING",
    1,
    "Of the inspections closed in the period by dispatchers at or below the organization and bound to a process when they were approved, those in which every mandatory step of that process is recorded: by the records of the inspection itself, or by an answer with its day, reference and note.",
    "本单位及下级派出机关在该期间办结、且批准时已适用流程模板的巡察中，全部必经步骤均有记录的占比。",
);

const STEPS: Definition = Definition::new(
    "PROCESS_STEPS_RECORDED",
    1,
    "Of all mandatory steps of the processes of the inspections closed in the period, each counted once for each inspection, those that are recorded.",
    "该期间办结巡察所适用流程的全部必经步骤（按每次巡察分别计）中，已有记录的占比。",
);

const STEP: Definition = Definition::new(
    "PROCESS_STEP_RECORDED",
    1,
    "Of the inspections closed in the period whose process asks for the step, those in which it is recorded.",
    "该期间办结、且流程要求该步骤的巡察中，该步骤已有记录的占比。",
);

const CLOSED: Definition = Definition::new(
    "INSPECTIONS_CLOSED",
    1,
    "Inspections closed in the period by dispatchers at or below the organization, extensions and detachments left out.",
    "本单位及下级派出机关在该期间办结的巡察次数，不含延伸和点穴式。",
);

/// How completely the inspections of each organization are recorded.
pub async fn conformance(batch: &Batch<'_>) -> Result<Vec<Option<ProcessConformance>>> {
    let from = batch.argument::<Date>("from")?.0;
    let to = measure::as_of(batch.argument("to")?).map_err(|error| error.field("to"))?;
    in_order(from, to)?;
    let mut recorded = steps::of_period(batch, from, to).await?;
    let ids = batch.ids().into_iter().enumerate();
    let figures = ids.map(|(row, id)| {
        let name = batch.text(row, "name").unwrap_or_default();
        let global = node_id::encode(Organization::DEF.name, id);
        let basis = Basis {
            scope: vec![
                ScopePart::new(Dimension::Organization, Some(global), name),
                ScopePart::new(
                    Dimension::Period,
                    Some(format!("{from}/{to}")),
                    format!("{from} – {to}"),
                ),
            ],
            as_of: to,
        };
        Some(figures(recorded.remove(&id).unwrap_or_default(), &basis))
    });
    Ok(figures.collect())
}

fn figures(recorded: Recorded, basis: &Basis) -> ProcessConformance {
    let done = recorded.steps.iter().map(|step| step.recorded).sum();
    let asked = recorded.steps.iter().map(|step| step.asked).sum();
    let steps = recorded.steps.into_iter().map(|step| StepConformance {
        recorded: basis.share(step.recorded, step.asked, STEP),
        code: step.code,
        text: step.text,
        text_zh: step.text_zh,
    });
    ProcessConformance {
        conforming: basis.share(recorded.conforming, recorded.bound, CONFORMING),
        steps_recorded: basis.share(done, asked, STEPS),
        closed: basis.count(recorded.closed, Unit::Inspection, CLOSED),
        steps: steps.collect(),
    }
}

fn in_order(from: NaiveDate, to: NaiveDate) -> Result<()> {
    if from <= to {
        return Ok(());
    }
    Err(Error::bad_input(
        "to",
        format!("The period ends on {to} before it begins on {from}: give a later day."),
        format!("统计截止日期 {to} 早于起始日期 {from}，请填写更晚的日期。"),
    ))
}
