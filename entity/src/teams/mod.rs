//! Teams: who goes where with whom, from when until when.

pub mod care_record;
pub mod deployment;
pub mod honour;
pub mod practice;
pub mod practice_recognition;
pub mod recusal;
pub mod secondment;
pub mod talent;
pub mod team;
pub mod team_member;
pub mod team_object;
pub mod training;
pub mod training_attendance;
pub mod undertaking;
pub mod violation;
