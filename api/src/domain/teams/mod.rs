//! Teams (队伍): who inspects, in which form, with whom, and who must not.
//!
//! A team is proposed, approved, mobilized and dissolved; its people sit on it from when until when, and it is told which
//! organizations it inspects. Whatever its form forbids is said with the member's name and the tie.

mod index;

pub use index::AREA;

pub mod team;
pub mod team_member;
pub mod team_object;

pub mod approve_team;
pub mod assign_team_object;
pub mod dissolve_team;
pub mod end_team_membership;
pub mod mobilize_team;
pub mod propose_team;
pub mod release_team_object;
pub mod seat_team_member;

pub mod gates;
pub mod team_actions;
pub mod team_facts;
pub mod team_life_cycle;
pub mod team_step;
