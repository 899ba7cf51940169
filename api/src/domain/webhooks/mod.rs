//! Webhooks: where scripts that hold no connection are told of events.

use super::Area;
use crate::read::noun::Noun;

pub mod end_webhook;
pub mod gates;
pub mod pause_webhook;
pub mod register_webhook;
pub mod replay_webhook;
pub mod resume_webhook;
pub mod rotate_webhook_secret;
pub mod webhook;
pub mod webhook_life_cycle;

pub const AREA: Area = Area {
    nouns: &[webhook::Webhook::DEF],
    verbs: &[
        &register_webhook::VERB,
        &pause_webhook::VERB,
        &resume_webhook::VERB,
        &rotate_webhook_secret::VERB,
        &replay_webhook::VERB,
        &end_webhook::VERB,
    ],
    queries: &[],
};
