//! Guidance of lower inspection bodies: groups, visits, suggestions one by one, and who sees what of it.

mod answer_guidance_suggestion;
mod close_guidance;
mod form_guidance_group;
mod guided;
mod make_guidance_suggestion;
mod open_guidance;
mod record_guidance_visit;
pub mod rows;
mod settle_guidance_suggestion;

use guided::{Guidance, suggestion};
