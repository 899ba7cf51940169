//! Coordination between agencies: mechanisms and who is party to them.

mod agree_to_mechanism;
mod end_mechanism;
mod establish_mechanism;
mod pact;
mod propose_mechanism;
mod put_mechanism_on_trial;
mod revise_mechanism;
pub mod rows;

pub use pact::Pact;
