//! The event log and the door that writes it: what holds under many writers, and what shows when somebody tampers.

mod change;
mod desk;
mod idempotency;
mod sealing;
mod verify;
