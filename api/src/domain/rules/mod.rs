//! Rules: what differs by place and is therefore data. Settings that a dispatcher inherits, rule documents with their life cycle,
//! what superiors ask, checklists, code lists with editions, deadline rules, the working-day calendar, and the deadlines that records carry.

mod index;

pub use index::AREA;

pub mod checklist;
pub mod checklist_item;
pub mod code_list;
pub mod code_list_entry;
pub mod deadline;
pub mod deadline_extension;
pub mod deadline_record;
pub mod deadline_rule;
pub mod improvement_measure;
pub mod required_rule;
pub mod rule_basis;
pub mod rule_clause;
pub mod rule_document;
pub mod setting;
pub mod setting_value;
pub mod superior_requirement;
pub mod vocabulary;
pub mod workday_calendar_day;

pub mod abolish_rule;
pub mod add_code_list;
pub mod add_code_list_entry;
pub mod add_improvement_measure;
pub mod add_rule_clause;
pub mod cite_basis;
pub mod complete_improvement_measure;
pub mod establish_rule;
pub mod extend_deadline;
pub mod inherit_setting;
pub mod meet_deadline;
pub mod pause_deadline;
pub mod place_rule;
pub mod publish_checklist;
pub mod publish_workday_calendar;
pub mod put_rule_on_trial;
pub mod receive_requirement;
pub mod register_rule;
pub mod replace_rule;
pub mod require_rule;
pub mod resume_deadline;
pub mod retire_code_list_entry;
pub mod revise_code_list_entry;
pub mod revise_rule;
pub mod set_deadline_rule;
pub mod set_setting;
pub mod start_deadline;
pub mod waive_required_rule;

pub mod checklist_gates;
pub mod code_use;
pub mod deadline_begun;
pub mod deadline_clock;
pub mod deadline_gates;
pub mod deadline_running;
pub mod deadline_standing;
pub mod gates;
pub mod kept;
pub mod local_rules;
pub mod requirement_progress;
pub mod rule_actions;
pub mod rule_gates;
pub mod rule_life_cycle;
pub mod rule_step;
pub mod rule_year;
pub mod setting_gates;
pub mod setting_step;

#[cfg(test)]
mod gates_tests;
#[cfg(test)]
mod rule_gates_tests;
