//! What stands around a plan: its checkpoints in the year and its superior's guidance.

pub mod plan_checkpoint;
pub mod plan_review;
