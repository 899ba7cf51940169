//! Coordination between agencies: mechanisms that say who helps whom in which fields, from their
//! proposal to their end, what is asked by them, from its sending to its answer, and what is shared; visits to superiors.

mod index;

pub use index::AREA;

pub mod coordination_mechanism;
pub mod coordination_reminder;
pub mod coordination_reply;
pub mod coordination_request;
pub mod mechanism_duty;
pub mod mechanism_party;
pub mod request_object;
pub mod responsibility;
pub mod responsibility_partner;
pub mod shared_item;
pub mod upward_visit;

pub mod accept_coordination_request;
pub mod agree_to_mechanism;
pub mod assign_responsibility;
pub mod end_mechanism;
pub mod end_responsibility;
pub mod escalate_coordination_request;
pub mod establish_mechanism;
pub mod propose_mechanism;
pub mod put_mechanism_on_trial;
pub mod receive_coordination_request;
pub mod record_upward_visit;
pub mod remind_of_coordination_request;
pub mod reply_partly_to_coordination_request;
pub mod reply_to_coordination_request;
pub mod return_coordination_request;
pub mod revise_mechanism;
pub mod send_coordination_request;
pub mod share_item;
pub mod use_shared_item;
pub mod withdraw_coordination_request;

pub mod conference;
pub mod drafting;
pub mod entering_force;
pub mod information_exchange;
pub mod mechanism_gates;
pub mod mechanism_life_cycle;
pub mod mechanism_use;
pub mod months_without_visit;
pub mod parties;
pub mod partners;
pub mod replying;
pub mod request_gates;
pub mod request_life_cycle;
pub mod request_overdue;
