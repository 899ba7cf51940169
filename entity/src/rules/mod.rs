//! The rows of the rules that differ by place: settings, code lists and their entries, deadline rules, the working-day calendar,
//! deadlines.

pub mod code_list;
pub mod code_list_entry;
pub mod deadline;
pub mod deadline_extension;
pub mod deadline_rule;
pub mod setting_value;
pub mod workday_calendar;
