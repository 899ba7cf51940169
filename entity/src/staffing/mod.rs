//! Who inspects: what units are to lend, and who is sent to superiors.

pub mod outgoing_secondment;
pub mod secondment_quota;
