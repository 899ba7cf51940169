//! Teams (队伍): who inspects, in which form, with whom, and who must not.
//!
//! A team is proposed, approved, mobilized and dissolved; its people sit on it from when until when, and it is told which
//! organizations it inspects. Whatever its form forbids is said with the member's name and the tie. Around it stands how its people
//! are lent, trained, bound, cared for, honoured and held to account.

mod index;

pub use index::AREA;

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

pub mod approve_secondment;
pub mod approve_team;
pub mod assign_team_object;
pub mod begin_secondment;
pub mod clear_secondment;
pub mod decide_recusal;
pub mod declare_recusal;
pub mod deploy_person;
pub mod detect_recusals;
pub mod dissolve_team;
pub mod end_deployment;
pub mod end_team_membership;
pub mod enlist_secondment;
pub mod enter_talent_pool;
pub mod handle_violation;
pub mod hold_training;
pub mod leave_talent_pool;
pub mod mobilize_team;
pub mod nominate_for_secondment;
pub mod propose_team;
pub mod record_attendance;
pub mod record_care;
pub mod record_honour;
pub mod record_promotion;
pub mod record_recognition;
pub mod record_violation;
pub mod refuse_secondment;
pub mod register_practice;
pub mod release_team_object;
pub mod return_from_secondment;
pub mod seat_team_member;
pub mod sign_undertaking;

pub mod care_due;
pub mod composition_gates;
pub mod conduct_gates;
pub mod experience;
pub mod gates;
pub mod incentives;
pub mod readiness;
pub mod recusal_gates;
pub mod secondment_figures;
pub mod secondment_gates;
pub mod secondment_life_cycle;
pub mod secondment_step;
pub mod team_actions;
pub mod team_facts;
pub mod team_life_cycle;
pub mod team_step;
pub mod violation_life_cycle;
