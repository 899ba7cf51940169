//! The security model and nothing else: who asks, what they may do, which rows exist for them.

mod action;
pub mod agency;
mod bulk;
pub mod change;
pub mod duplicate;
mod grant;
mod granted;
pub mod groups;
mod idempotency;
pub mod policy;
mod recorded;
pub mod token;
pub mod verb;
pub mod viewer;
pub mod viewers;
pub mod visible;
pub mod zone;
