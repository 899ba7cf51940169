//! Coverage: every verb, the ledger, who sees what, and the plan page in eight statements.

pub mod desk;
mod scheduling;

mod add_sector_block;
mod adopt_schedule;
mod approve_plan;
mod assign_block_to_round;
mod close_term;
mod correct_object;
mod counts_as_routine;
mod declare_full_coverage;
mod draft_annual_plan;
mod draft_five_year_plan;
mod freeze_ledger;
mod issue_plan;
mod ledger;
mod list_object;
mod list_objects;
mod merge_object;
mod open_round;
mod open_term;
mod plan_look_back;
mod plan_page;
mod plan_report;
mod propose_schedule;
mod propose_schedule_gates;
mod record_coverage;
mod release_block_from_round;
mod report_coverage;
mod revise_sector_block;
mod rights;
mod schedule_object;
mod set_object_priority;
mod submit_plan;
mod unschedule_object;
mod wall_chart;
mod withdraw_object;
