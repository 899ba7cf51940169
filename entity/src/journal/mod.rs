//! The journal: what was done, by whom, in a chain that shows when it was tampered with.

pub mod access_record;
pub mod data_package;
pub mod data_package_record;
pub mod event;
pub mod event_seal;
pub mod event_subject;
pub mod idempotency_key;
pub mod platform_connection;
