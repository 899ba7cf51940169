//! Guidance of lower inspection bodies (指导督导): operations, their groups, visits, and what they suggest.

pub mod guidance_group;
pub mod guidance_operation;
pub mod guidance_suggestion;
pub mod guidance_visit;
