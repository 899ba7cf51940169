//! Teams: every verb with what it refuses, who sees them, and a row of every noun for the outsider's test.

mod camp;
pub mod rows;

mod approve_team;
mod assign_team_object;
mod dissolve_team;
mod end_team_membership;
mod mobilize_team;
mod propose_team;
mod release_team_object;
mod rights;
mod seat_team_member;
