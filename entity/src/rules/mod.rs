//! The rows of the rules that differ by place: settings, rule documents, checklists, code lists and their entries, deadline rules, the working-day calendar,
//! deadlines.

pub mod checklist;
pub mod checklist_item;
pub mod code_list;
pub mod code_list_entry;
pub mod deadline;
pub mod deadline_extension;
pub mod deadline_rule;
pub mod improvement_measure;
pub mod required_rule;
pub mod rule_basis;
pub mod rule_clause;
pub mod rule_document;
pub mod setting_value;
pub mod superior_requirement;
pub mod workday_calendar;
