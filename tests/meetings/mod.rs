//! Meetings: who is called, who came, what was decided, what became of it, and who sees what of it.

mod add_meeting_item;
mod cancel_meeting;
mod carry_out_meeting_decision;
mod file_meeting;
mod hall;
mod hold_meeting;
mod invite_to_meeting;
mod prepare_meeting;
mod record_meeting_decision;
mod record_meeting_lesson;
mod record_meeting_presence;
pub mod rows;
mod take_up_meeting_lesson;
mod video;
mod withdraw_meeting_decision;
mod year;

pub use hall::{Hall, body};
