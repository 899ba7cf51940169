//! Processes: what rounds and inspections are carried out by, and what of it is done.

pub mod checklist_answer;
pub mod inspection_checklist;
pub mod round_checklist;
pub mod round_rule;
pub mod rule_duty;
pub mod rule_duty_record;
