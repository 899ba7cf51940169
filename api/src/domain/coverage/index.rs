//! What coverage brings to the schema: its nouns and its verbs, one word each.

use super::{
    add_sector_block, adopt_schedule, approve_plan, assign_block_to_round, close_term,
    correct_object, coverage_object, coverage_plan, coverage_record, declare_full_coverage,
    draft_annual_plan, draft_five_year_plan, freeze_ledger, full_coverage_declaration, issue_plan,
    ledger_snapshot, list_object, list_objects, merge_object, open_round, open_term,
    plan_assignment, plan_look_back, record_coverage, release_block_from_round, report_coverage,
    revise_sector_block, round, round_block, schedule_object, sector_block, set_object_priority,
    submit_plan, term, unschedule_object, withdraw_object,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        term::Term::DEF,
        coverage_plan::CoveragePlan::DEF,
        sector_block::SectorBlock::DEF,
        coverage_object::CoverageObject::DEF,
        plan_assignment::PlanAssignment::DEF,
        round::Round::DEF,
        round_block::RoundBlock::DEF,
        coverage_record::CoverageRecord::DEF,
        full_coverage_declaration::FullCoverageDeclaration::DEF,
        ledger_snapshot::LedgerSnapshot::DEF,
    ],
    verbs: &[
        &open_term::VERB,
        &close_term::VERB,
        &draft_five_year_plan::VERB,
        &draft_annual_plan::VERB,
        &submit_plan::VERB,
        &approve_plan::VERB,
        &issue_plan::VERB,
        &add_sector_block::VERB,
        &revise_sector_block::VERB,
        &list_object::VERB,
        &list_objects::VERB,
        &correct_object::VERB,
        &merge_object::VERB,
        &withdraw_object::VERB,
        &schedule_object::VERB,
        &adopt_schedule::VERB,
        &unschedule_object::VERB,
        &set_object_priority::VERB,
        &plan_look_back::VERB,
        &open_round::VERB,
        &assign_block_to_round::VERB,
        &release_block_from_round::VERB,
        &record_coverage::VERB,
        &report_coverage::VERB,
        &declare_full_coverage::VERB,
        &freeze_ledger::VERB,
    ],
    queries: &[],
};
