//! Coordination between agencies: mechanisms, who is party to them, and what is asked by them.

mod accept_coordination_request;
mod agree_to_mechanism;
mod asking;
mod assign_responsibility;
mod end_mechanism;
mod end_responsibility;
mod escalate_coordination_request;
mod establish_mechanism;
mod information_exchange;
mod joint_conference;
mod mechanism_use;
mod pact;
mod propose_mechanism;
mod put_mechanism_on_trial;
mod receive_coordination_request;
mod record_upward_visit;
mod remind_of_coordination_request;
mod reply_partly_to_coordination_request;
mod reply_to_coordination_request;
mod return_coordination_request;
mod revise_mechanism;
pub mod rows;
mod send_coordination_request;
mod share_item;
mod use_shared_item;
mod watch_requests;
mod withdraw_coordination_request;

use asking::Asking;
pub use pact::Pact;
