//! Coordination between agencies: mechanisms that say who helps whom in which fields, from their proposal to their end.

mod index;

pub use index::AREA;

pub mod coordination_mechanism;
pub mod mechanism_duty;
pub mod mechanism_party;

pub mod agree_to_mechanism;
pub mod end_mechanism;
pub mod establish_mechanism;
pub mod propose_mechanism;
pub mod put_mechanism_on_trial;
pub mod revise_mechanism;

pub mod drafting;
pub mod entering_force;
pub mod mechanism_gates;
pub mod mechanism_life_cycle;
pub mod parties;
pub mod partners;
