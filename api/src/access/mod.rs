//! The security model and nothing else: who asks, what they may do, which rows exist for them.

pub mod policy;
pub mod token;
pub mod viewer;
pub mod visible;
