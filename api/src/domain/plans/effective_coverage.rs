//! Effective coverage beside the nominal (有形覆盖和有效覆盖).

use async_graphql::{Enum, SimpleObject};

use crate::{
    blocks::measure::{self, Measure},
    domain::coverage::{
        ledger::standing,
        ledger_figures::Tally,
        ledger_rows::{self, Placements, PlanKey},
        ledger_rules::Conditions,
        ledger_view::heads,
        source::Source,
    },
    error::Result,
    graphql::scalars::Date,
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

/// What is asked for, one by one.
fn asked(conditions: Conditions) -> Vec<EffectiveCondition> {
    [
        (
            conditions.findings_recorded,
            EffectiveCondition::FindingsRecorded,
        ),
        (conditions.fed_back, EffectiveCondition::FedBack),
        (
            conditions.rectification_accepted,
            EffectiveCondition::RectificationAccepted,
        ),
    ]
    .into_iter()
    .filter(|(asked, _)| *asked)
    .map(|(_, condition)| condition)
    .collect()
}

/// The figures of each plan, as its ledger has them.
pub async fn effective_coverage(batch: &Batch<'_>) -> Result<Vec<EffectiveCoverage>> {
    let day = measure::as_of(batch.argument("asOf")?)?;
    let heads = heads(batch)?;
    let keys: Vec<PlanKey> = heads.iter().map(|head| head.key).collect();
    let source = Source::Reading(batch);
    let mut read = ledger_rows::read(&source, &keys, day, Placements::Holding).await?;
    let of = heads.iter().map(|head| {
        let mut tally = Tally::default();
        for object in read.take(head.key.id) {
            tally.add(standing(&object, day));
        }
        let basis = head.basis(day);
        let line = tally.line(&basis, None);
        let settings = read.settings_of(head.dispatcher);
        EffectiveCoverage {
            as_of: Date(day),
            conditions: asked(Conditions::from(&settings)),
            nominal: line.covered,
            effective: tally.effectively(&basis),
            nominal_rate: line.completion_rate,
            effective_rate: tally.effective_rate(&basis),
        }
    });
    Ok(of.collect())
}
