//! Inspections that superiors carry out in a place: every verb, what is done for them, and what goes in step with them.

mod assign_superior_task;
mod begin_superior_inspection;
mod call_off_superior_inspection;
mod complete_superior_task;
mod end_superior_inspection;
mod host;
mod in_step;
mod record_superior_inspection;
mod revise_superior_inspection;
pub mod rows;
mod withdraw_superior_task;

use host::{Host, STATE};
