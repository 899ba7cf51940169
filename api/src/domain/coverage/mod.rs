//! Coverage (全覆盖): every organization in a dispatcher's care is inspected at least once in a term.
//!
//! A term has one five-year plan with its object list, in sector blocks; annual plans and rounds take objects from it; what was
//! inspected is recorded, and the ledger counts it for any day.

mod index;

pub use index::AREA;

pub mod coverage_object;
pub mod coverage_plan;
pub mod coverage_record;
pub mod full_coverage_declaration;
pub mod ledger_snapshot;
pub mod plan_assignment;
pub mod round;
pub mod round_block;
pub mod round_figures;
pub mod sector_block;
pub mod term;

pub mod add_sector_block;
pub mod adopt_schedule;
pub mod approve_plan;
pub mod assign_block_to_round;
pub mod close_term;
pub mod correct_object;
pub mod declare_full_coverage;
pub mod draft_annual_plan;
pub mod draft_five_year_plan;
pub mod freeze_ledger;
pub mod issue_plan;
pub mod list_object;
pub mod list_objects;
pub mod merge_object;
pub mod open_round;
pub mod open_term;
pub mod plan_look_back;
pub mod propose_schedule;
pub mod record_coverage;
pub mod release_block_from_round;
pub mod report_coverage;
pub mod revise_sector_block;
pub mod schedule_object;
pub mod set_object_priority;
pub mod submit_plan;
pub mod unschedule_object;
pub mod withdraw_object;

pub mod comparison;
pub mod definitions;
pub mod follow;
pub mod gates;
pub mod ledger;
pub mod ledger_days;
pub mod ledger_figures;
pub mod ledger_line;
pub mod ledger_pace;
pub mod ledger_reading;
pub mod ledger_risk;
pub mod ledger_rows;
pub mod ledger_rules;
pub mod ledger_statement;
pub mod ledger_view;
pub mod listing;
pub mod next_round;
pub mod object_standing;
pub mod placement;
pub mod plan_actions;
pub mod plan_life_cycle;
pub mod plan_report;
pub mod plan_step;
mod report_text;
pub mod schedule;
pub mod scope;
pub mod source;
pub mod term_of;
pub mod withdrawal;
pub mod year_summary;
