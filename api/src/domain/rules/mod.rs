//! Rules: what differs by place and is therefore data. Settings that a dispatcher inherits, code lists with editions, deadline rules,
//! the working-day calendar, and the deadlines that records carry.

mod index;

pub use index::AREA;

pub mod code_list;
pub mod code_list_entry;
pub mod deadline;
pub mod deadline_extension;
pub mod deadline_rule;
pub mod setting;
pub mod setting_value;
pub mod vocabulary;
pub mod workday_calendar_day;

pub mod add_code_list;
pub mod add_code_list_entry;
pub mod extend_deadline;
pub mod inherit_setting;
pub mod meet_deadline;
pub mod pause_deadline;
pub mod publish_workday_calendar;
pub mod resume_deadline;
pub mod retire_code_list_entry;
pub mod revise_code_list_entry;
pub mod set_deadline_rule;
pub mod set_setting;
pub mod start_deadline;

pub mod deadline_clock;
pub mod deadline_gates;
pub mod deadline_standing;
pub mod gates;
pub mod kept;
pub mod setting_gates;
pub mod setting_step;

#[cfg(test)]
mod gates_tests;
