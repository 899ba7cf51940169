//! The life cycle of a breach of discipline (违纪情况): recorded, then handled.

use inspectorate_entity::teams::violation::ViolationStatus;

use crate::{
    access::policy::Action,
    blocks::workflow::{AvailableAction, LifeCycle, Step},
    error::Result,
    read::Batch,
};

/// A breach from its record to how it was handled.
pub static VIOLATION: LifeCycle<ViolationStatus, ()> = LifeCycle {
    noun: "Violation",
    doc: "A breach of discipline by an inspection cadre (违反巡察纪律).",
    initial: ViolationStatus::Open,
    begun_by: Action::RecordViolation,
    steps: &[Step {
        action: Action::HandleViolation,
        doc: "say how it was handled (处理违纪情况)",
        from: &[ViolationStatus::Open],
        to: Some(ViolationStatus::Handled),
        rules: &[],
        owed: true,
        deadline: None,
    }],
};

/// What the viewer may do with each breach now.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    VIOLATION.by_state(batch)
}
