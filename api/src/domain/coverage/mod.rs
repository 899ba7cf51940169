//! Coverage (全覆盖): every organization in a dispatcher's care is inspected at least once in a term.
//!
//! A term has one five-year plan with its object list, in sector blocks; annual plans and rounds take objects from it; what was
//! inspected is recorded, and the ledger counts it for any day.

use super::Area;
use crate::read::noun::Noun;

pub mod coverage_object;
pub mod coverage_plan;
pub mod coverage_record;
pub mod full_coverage_declaration;
pub mod plan_assignment;
pub mod round;
pub mod sector_block;
pub mod term;

pub mod definitions;
pub mod gates;
pub mod ledger;
pub mod ledger_line;
pub mod ledger_rows;
pub mod ledger_view;
pub mod next_round;
pub mod object_standing;
pub mod plan_actions;
pub mod plan_life_cycle;
pub mod scope;

pub const AREA: Area = Area {
    nouns: &[
        term::Term::DEF,
        coverage_plan::CoveragePlan::DEF,
        sector_block::SectorBlock::DEF,
        coverage_object::CoverageObject::DEF,
        plan_assignment::PlanAssignment::DEF,
        round::Round::DEF,
        coverage_record::CoverageRecord::DEF,
        full_coverage_declaration::FullCoverageDeclaration::DEF,
    ],
    verbs: &[],
    queries: &[],
};
