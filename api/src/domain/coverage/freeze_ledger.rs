//! Freeze the ledger of a plan.

use inspectorate_entity::coverage::{coverage_plan, ledger_snapshot};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    coverage_plan::CoveragePlan,
    gates,
    ledger_rows::PlanKey,
    ledger_snapshot::{self as snapshot, LedgerSnapshot},
    ledger_view::{Ledger, PlanHead, of_plans},
    source::Source,
};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What freezing a ledger takes.
#[derive(Debug, Input)]
pub struct FreezeLedgerInput {
    /// The plan (规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The last day that the figures take in, not in the future; today when left out (统计截止日期).
    pub as_of: Option<Date>,
    /// What it is frozen for, such as the report that cites it (用途).
    pub purpose: Option<Name>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Freeze the ledger of a plan as of one day (固定台账快照): the same figures that the plan's `ledger` answers, with the versions of
/// their definitions, kept as they are from now on.
#[verb(LedgerSnapshot)]
pub async fn freeze_ledger(change: &mut Change, input: FreezeLedgerInput) -> Result<Uuid> {
    let plan = change
        .related::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    gates::own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    let as_of = gates::day_done(input.as_of, change.today(), "input.asOf")?;
    let head = PlanHead {
        key: PlanKey {
            id: plan.id,
            kind: plan.kind,
        },
        name: plan.name,
        years: (plan.from_year, plan.to_year),
        dispatcher: plan.dispatcher_id,
    };
    let figures = of_plans(&Source::Changing(change), &[head], as_of).await?;
    let figures = figures.into_iter().next();
    let figures = figures.ok_or_else(|| Error::internal("a plan without figures"))?;
    let figures = serde_json::to_string(&Ledger::new(Date(as_of), figures));
    let figures = figures.map_err(Error::internal)?;
    let frozen = ledger_snapshot::ActiveModel {
        plan_id: Set(plan.id),
        dispatcher_id: Set(plan.dispatcher_id),
        as_of: Set(as_of),
        purpose: Set(input.purpose.map(|purpose| purpose.0)),
        hash: Set(snapshot::hash(&figures)),
        figures: Set(figures),
        frozen_by: Set(change.viewer().name.clone()),
        frozen_at: Set(change.now()),
        ..Default::default()
    };
    Ok(change.insert(frozen).await?.id)
}
