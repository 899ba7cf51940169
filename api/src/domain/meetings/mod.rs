//! Meetings: called with whom they need and what stands on the agenda, held when enough came, filed with the superior, and their
//! decisions followed until they are carried out; what a review meeting learns is taken up by rules and templates.

mod index;

pub use index::AREA;

pub mod meeting;
pub mod meeting_attendance;
pub mod meeting_decision;
pub mod meeting_item;
pub mod meeting_lesson;

pub mod add_meeting_item;
pub mod cancel_meeting;
pub mod carry_out_meeting_decision;
pub mod file_meeting;
pub mod hold_meeting;
pub mod invite_to_meeting;
pub mod prepare_meeting;
pub mod record_meeting_decision;
pub mod record_meeting_lesson;
pub mod record_meeting_presence;
pub mod take_up_meeting_lesson;
pub mod withdraw_meeting_decision;

pub mod agenda;
pub mod callers;
pub mod decision_end;
pub mod decision_life_cycle;
pub mod definitions;
pub mod first_study;
pub mod gates;
pub mod invitation;
pub mod keepers;
pub mod lesson_life_cycle;
pub mod meeting_life_cycle;
pub mod meeting_year;
pub mod quorum;
