//! What stands around a plan: its checkpoints in the year, its superior's guidance, what it rests on and aims at, pilots and campaigns.

pub mod campaign;
pub mod campaign_rule;
pub mod campaign_task;
pub mod pilot;
pub mod plan_basis;
pub mod plan_checkpoint;
pub mod plan_review;
pub mod plan_target;
