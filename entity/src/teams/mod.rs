//! Teams: who goes where with whom, from when until when.

pub mod recusal;
pub mod secondment;
pub mod talent;
pub mod team;
pub mod team_member;
pub mod team_object;
