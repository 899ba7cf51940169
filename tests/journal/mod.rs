//! The event log and the door that writes it: what holds under many writers, and what shows when somebody tampers.

mod access_records;
mod change;
mod connect_platform;
mod desk;
mod end_platform_connection;
mod feed;
mod history;
mod idempotency;
mod instances;
mod platform_use;
mod record_data_package;
pub mod rows;
mod sealing;
mod verify;
mod worklist;
