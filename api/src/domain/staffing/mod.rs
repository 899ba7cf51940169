//! Who does the inspection work (巡视巡察力量): what units are to lend, who is sent to superiors, how many are there for good.

mod gates;
mod index;

pub use index::AREA;

pub mod outgoing_secondment;
pub mod secondment_quota;

pub mod quota_standing;
pub mod sent_to_superiors;
pub mod workforce;

pub mod change_secondment_quota;
pub mod return_from_superior;
pub mod send_to_superior;
pub mod set_secondment_quota;
