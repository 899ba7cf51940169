//! Every life cycle of the work, in the order of `docs/workflows.md`.

use super::{coverage, rules, teams};
use crate::blocks::workflow::Declared;

/// The life cycles.
pub fn all() -> Vec<&'static dyn Declared> {
    vec![
        &rules::rule_life_cycle::RULE,
        &coverage::plan_life_cycle::PLAN,
        &teams::team_life_cycle::TEAM,
    ]
}
