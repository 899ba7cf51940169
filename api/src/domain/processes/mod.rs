//! Processes (流程): what a round and an inspection are carried out by, and what of it is done.
//!
//! When a round is approved, the rules and templates in force are bound to it, and those of an inspection to that; a later edition
//! changes nothing about them. Steps that no other record shows, and what a focus template asks, are answered item by item.

use super::Area;
use crate::read::noun::Noun as _;

pub mod checklist_answer;

pub mod answer_checklist_item;
pub mod correct_checklist_answer;

pub mod answered_item;
pub mod binding;
pub mod gates;
pub mod process_conformance;
pub mod steps;

/// The area.
pub const AREA: Area = Area {
    nouns: &[checklist_answer::ChecklistAnswer::DEF],
    verbs: &[
        &answer_checklist_item::VERB,
        &correct_checklist_answer::VERB,
    ],
    queries: &[],
};
