//! What superiors do in a place by themselves: their inspections, and what the place does for them.

pub mod superior_inspection;
pub mod superior_task;
