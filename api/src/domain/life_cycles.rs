//! Every life cycle of the work, in the order of `docs/workflows.md`.

use super::coverage;
use crate::blocks::workflow::Printed;

/// The life cycles.
pub fn all() -> Vec<&'static dyn Printed> {
    vec![&coverage::plan_life_cycle::PLAN]
}
