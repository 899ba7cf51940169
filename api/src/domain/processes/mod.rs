//! Processes (流程): what a round and an inspection are carried out by, and what of it is done.
//!
//! When a round is approved, the rules and templates in force are bound to it, and those of an inspection to that; a later edition
//! changes nothing about them. Steps that no other record shows, and what a focus template asks, are answered item by item. What rules
//! ask for again and again has times that follow from them.

use super::Area;
use crate::read::noun::Noun as _;

pub mod checklist_answer;
pub mod rule_duty;
pub mod rule_duty_record;

pub mod add_rule_duty;
pub mod answer_checklist_item;
pub mod correct_checklist_answer;
pub mod record_rule_duty;

pub mod answered_item;
pub mod binding;
pub mod duty_schedule;
pub mod gates;
pub mod process_conformance;
pub mod steps;

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        checklist_answer::ChecklistAnswer::DEF,
        rule_duty::RuleDuty::DEF,
        rule_duty_record::RuleDutyRecord::DEF,
    ],
    verbs: &[
        &answer_checklist_item::VERB,
        &correct_checklist_answer::VERB,
        &add_rule_duty::VERB,
        &record_rule_duty::VERB,
    ],
    queries: &[],
};
