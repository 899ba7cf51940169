//! Webhooks: who registers them, and what is refused. What is delivered is proved in `tests/server/webhooks.rs`.

mod end_webhook;
mod pause_webhook;
pub mod receiver;
mod register_webhook;
mod replay_webhook;
mod resume_webhook;
mod rotate_webhook_secret;
pub mod rows;
