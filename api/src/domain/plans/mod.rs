//! Plans (规划、计划): what stands around a plan once it is drafted.
//!
//! An annual plan is looked at three times in its year; a superior guides the plans below it.

use crate::{domain::Area, read::noun::Noun};

pub mod plan_checkpoint;
pub mod plan_review;

pub mod correct_checkpoint;
pub mod record_checkpoint;
pub mod review_plan;
pub mod set_checkpoints;

pub mod checkpoint_actions;
pub mod checkpoint_days;
pub mod checkpoint_figures;
pub mod checkpoint_life_cycle;
pub mod checkpoint_step;
pub mod gates;

pub const AREA: Area = Area {
    nouns: &[
        plan_checkpoint::PlanCheckpoint::DEF,
        plan_review::PlanReview::DEF,
    ],
    verbs: &[
        &set_checkpoints::VERB,
        &record_checkpoint::VERB,
        &correct_checkpoint::VERB,
        &review_plan::VERB,
    ],
    queries: &[],
};
