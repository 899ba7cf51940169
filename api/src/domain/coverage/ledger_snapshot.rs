//! The ledger of a plan, frozen for a report.

use inspectorate_macros::Noun;
use sha2::{Digest, Sha256};

use super::{coverage_plan::CoveragePlan, ledger_view::Ledger};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::scalars::{Date, DateTime},
    read::{Batch, One, noun::Noun},
};

/// The ledger of a plan on one day, frozen so that a report can cite it (台账快照): it stays as it was, whatever is recorded later.
#[derive(Noun)]
#[noun(table = "ledger_snapshot", plural = "ledgerSnapshots", reads = ReadCoverage, visible = visible_to, order(-frozen_at))]
pub struct LedgerSnapshot {
    /// The plan whose ledger it is (规划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// The dispatching Party organization of the plan (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The last day that the figures take in (统计截止日期).
    #[noun(filter, order)]
    pub as_of: Date,
    /// What it was frozen for, such as a report; null when not said (用途).
    pub purpose: Option<String>,
    /// Who froze it (固定人).
    pub frozen_by: String,
    /// When it was frozen (固定时间).
    #[noun(filter, order)]
    pub frozen_at: DateTime,
    /// SHA-256 over the figures as they are stored, in hexadecimal: a report that prints it can be held against them (校验值).
    pub hash: String,
    /// Whether the figures still have that hash; false when somebody changed them behind the service's back (校验是否一致).
    #[noun(computed = intact, needs(figures: String, hash: String))]
    pub intact: bool,
    /// The ledger as it was, every figure with the definition and version by which it was counted then (台账).
    #[noun(computed = ledger, needs(figures: String))]
    pub ledger: Ledger,
}

/// Whoever sees the plan sees what was frozen of it.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("plan_id", || CoveragePlan::DEF)
}

/// SHA-256 over `figures` in hexadecimal.
pub fn hash(figures: &str) -> String {
    let digest = Sha256::digest(figures.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub async fn intact(batch: &Batch<'_>) -> Result<Vec<bool>> {
    let rows = 0..batch.len();
    Ok(rows
        .map(|row| batch.text(row, "figures").map(hash).as_deref() == batch.text(row, "hash"))
        .collect())
}

pub async fn ledger(batch: &Batch<'_>) -> Result<Vec<Ledger>> {
    let rows = 0..batch.len();
    rows.map(|row| {
        let figures = batch.text(row, "figures").unwrap_or_default();
        serde_json::from_str(figures).map_err(Error::internal)
    })
    .collect()
}
