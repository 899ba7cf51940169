//! Coordination between agencies: mechanisms with their parties and duties, and what is asked by them.

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
