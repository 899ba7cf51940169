//! Coordination between agencies: mechanisms with their parties and duties.

pub mod coordination_mechanism;
pub mod mechanism_duty;
pub mod mechanism_party;
