//! What rounds and inspections are carried out by since their approval, and what of it is done.

mod add_rule_duty;
mod answer_checklist_item;
mod binding;
mod correct_checklist_answer;
mod process_conformance;
mod record_rule_duty;
pub mod rows;
mod shop;
