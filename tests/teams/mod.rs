//! Teams: every verb with what it refuses, who sees them, and a row of every noun for the outsider's test.

mod approve_secondment;
mod begin_secondment;
mod camp;
mod clear_secondment;
mod decide_recusal;
mod declare_recusal;
mod detect_recusals;
mod enlist_secondment;
mod enter_talent_pool;
mod experience;
mod leave_talent_pool;
mod nominate_for_secondment;
mod record_promotion;
mod refuse_secondment;
mod return_from_secondment;
pub mod rows;
mod secondment_camp;

mod approve_team;
mod assign_team_object;
mod dissolve_team;
mod end_team_membership;
mod mobilize_team;
mod propose_team;
mod release_team_object;
mod rights;
mod seat_team_member;
