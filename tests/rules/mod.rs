//! Settings, code lists, deadline rules, the working-day calendar and deadlines.

mod add_code_list;
mod add_code_list_entry;
mod extend_deadline;
mod inherit_setting;
mod meet_deadline;
mod offices;
mod pause_deadline;
mod publish_workday_calendar;
mod reading;
mod resume_deadline;
mod retire_code_list_entry;
mod revise_code_list_entry;
pub mod rows;
mod set_deadline_rule;
mod set_setting;
mod shipped;
mod start_deadline;
