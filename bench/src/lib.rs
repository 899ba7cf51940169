//! The read path beside its alternatives: a plain-resolver twin, a generator of random queries for both, and CPU per request.

pub mod cpu;
pub mod queries;
pub mod twin;
