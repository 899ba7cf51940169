//! Guidance of lower inspection bodies (指导督导): a dispatcher forms groups that visit every dispatcher below it, suggest, and press
//! until what they suggest is answered and settled.

mod index;

pub use index::AREA;

pub mod guidance_group;
pub mod guidance_operation;
pub mod guidance_suggestion;
pub mod guidance_visit;

pub mod answer_guidance_suggestion;
pub mod close_guidance;
pub mod form_guidance_group;
pub mod make_guidance_suggestion;
pub mod open_guidance;
pub mod record_guidance_visit;
pub mod settle_guidance_suggestion;

pub mod below;
pub mod definitions;
pub mod gates;
pub mod operation_life_cycle;
pub mod progress;
pub mod suggestion_life_cycle;
