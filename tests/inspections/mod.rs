//! Inspections: every verb, the marks that follow from the dispatch facts, and who sees what.

mod camp;

mod announce_round;
mod approve_inspection;
mod approve_round;
mod close_inspection;
mod close_round;
mod correct_dispatch;
mod elevate_inspection;
mod enter_inspection;
mod extend_inspection;
mod feed_back_inspection;
mod feed_back_round;
mod focus_round;
mod leave_inspection;
mod link_inspection;
mod load_earlier_inspections;
mod mobilize_inspection;
mod mobilize_round;
mod notify_round;
mod open_link_group;
mod pre_inform_inspection;
mod pre_inform_round;
mod propose_inspection;
mod report_inspection;
mod report_round;
mod review_round;
mod rights;
pub mod rows;
mod send_detachments;
mod start_round;
mod train_round;
mod withdraw_inspection;
