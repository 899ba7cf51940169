//! Who does the inspection work: what units are to lend, who is sent to superiors, how many are there for good.

pub mod rows;

mod change_secondment_quota;
mod return_from_superior;
mod send_to_superior;
mod set_secondment_quota;
mod workforce;
