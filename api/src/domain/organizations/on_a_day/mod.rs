//! What is asked of organizations on a day or in a period: answered from dated facts, for a whole page at once.

pub mod heads;
pub mod in_force;
pub mod leaders_in_charge;
pub mod name_on;
pub mod secretary_leads;
