//! Webhooks: where scripts that hold no connection are told of events.

pub mod webhook;
