//! Inspections (巡视、巡察): which organization is inspected, by whose decision, by which dispatcher, with people from where.
//!
//! These three dispatch facts are kept apart; cross, millstone, elevated and assistance follow from them in `marks`. Extensions and
//! detachments hang on an inspection, linked ones form a group, and a round goes from its proposal to its end with its inspections.

mod index;

pub use index::AREA;

pub mod elevation_ground;
pub mod elevation_indicator;
pub mod inspection;
pub mod link_group;
pub mod material_request;
pub mod special_check;
pub mod staff_origin;
pub mod talk_request;

pub mod adopt_cross_assignment;
pub mod announce_round;
pub mod approve_inspection;
pub mod approve_round;
pub mod assign_inspection_team;
pub mod close_inspection;
pub mod close_round;
pub mod correct_dispatch;
pub mod elevate_inspection;
pub mod enter_inspection;
pub mod extend_inspection;
pub mod feed_back_inspection;
pub mod feed_back_round;
pub mod finish_special_check;
pub mod focus_round;
pub mod leave_inspection;
pub mod link_inspection;
pub mod load_earlier_inspections;
pub mod mobilize_inspection;
pub mod mobilize_round;
pub mod notify_round;
pub mod open_link_group;
pub mod order_special_check;
pub mod pre_inform_inspection;
pub mod pre_inform_round;
pub mod propose_inspection;
pub mod record_elevation_indicator;
pub mod report_inspection;
pub mod report_round;
pub mod request_materials;
pub mod request_talk;
pub mod review_round;
pub mod send_detachments;
pub mod start_round;
pub mod train_round;
pub mod withdraw_elevation_indicator;
pub mod withdraw_inspection;

pub mod announcing;
pub mod asking;
pub mod assignment;
pub mod codes;
pub mod covering;
pub mod cross;
pub mod dispatch;
pub mod earlier;
pub mod elevation;
pub mod elevation_candidates;
pub mod entry_rules;
pub mod gates;
pub mod inspection_facts;
pub mod inspection_life_cycle;
pub mod inspection_step;
pub mod marking;
pub mod marks;
pub mod modes;
pub mod parts;
pub mod propose_cross_assignment;
pub mod round_facts;
pub mod round_life_cycle;
pub mod round_step;
pub mod topic_inspections;
