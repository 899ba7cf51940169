//! Rule documents (制度): what a place works by, from its inventory to its end.
//!
//! The central regulations that the sources name ship with the service, so that local rules can say on what they rest.

pub mod shipped;
