//! Plans (规划、计划): what stands around a plan once it is drafted.
//!
//! An annual plan is looked at three times in its year; a superior guides the plans below it. A plan aims at targets and rests on
//! planning documents and central tasks; what it covers counts in form and in effect, villages apart. Pilots and theme years go along.

mod index;

pub use index::AREA;

pub mod campaign;
pub mod campaign_task;
pub mod pilot;
pub mod plan_basis;
pub mod plan_checkpoint;
pub mod plan_review;
pub mod plan_target;

pub mod add_campaign_task;
pub mod cite_campaign_rule;
pub mod cite_plan_basis;
pub mod close_campaign;
pub mod complete_campaign_task;
pub mod correct_checkpoint;
pub mod drop_plan_basis;
pub mod end_pilot;
pub mod enter_pilot;
pub mod open_campaign;
pub mod record_checkpoint;
pub mod review_plan;
pub mod set_checkpoints;
pub mod set_plan_target;

pub mod campaign_citation;
pub mod campaign_life_cycles;
pub mod campaign_step;
pub mod checkpoint_actions;
pub mod checkpoint_days;
pub mod checkpoint_figures;
pub mod checkpoint_life_cycle;
pub mod checkpoint_step;
pub mod definitions;
pub mod effective_coverage;
pub mod first_of_type;
pub mod gates;
pub mod object_types;
pub mod pilot_life_cycle;
pub mod target_progress;
pub mod village_coverage;
