//! Inspections that superiors carry out in a place by themselves, and how the place supports them: its tasks and deliveries, the people
//! that it sends, and the inspections of its own that go in step.

mod index;

pub use index::AREA;

pub mod superior_inspection;
pub mod superior_task;

pub mod assign_superior_task;
pub mod begin_superior_inspection;
pub mod call_off_superior_inspection;
pub mod complete_superior_task;
pub mod end_superior_inspection;
pub mod record_superior_inspection;
pub mod revise_superior_inspection;
pub mod withdraw_superior_task;

pub mod gates;
pub mod superior_actions;
pub mod superior_life_cycles;
pub mod superior_step;
pub mod support;
