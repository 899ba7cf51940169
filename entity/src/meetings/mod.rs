//! Meetings: who was called together for what, who was there, what was decided and what became of it.

pub mod meeting;
pub mod meeting_attendance;
pub mod meeting_decision;
pub mod meeting_item;
pub mod meeting_lesson;
