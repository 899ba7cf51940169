//! What rounds and inspections are carried out by since their approval, and what of it is done.

mod answer_checklist_item;
mod binding;
mod correct_checklist_answer;
mod process_conformance;
pub mod rows;
mod shop;
