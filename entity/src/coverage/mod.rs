//! Coverage: terms, plans, object lists, rounds, and what was inspected when and by what.

pub mod coverage_object;
pub mod coverage_plan;
pub mod coverage_record;
pub mod full_coverage;
pub mod ledger_snapshot;
pub mod plan_assignment;
pub mod round;
pub mod round_block;
pub mod sector_block;
pub mod term;
