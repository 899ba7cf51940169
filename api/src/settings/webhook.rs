//! Whether and where webhooks may call, and how patiently.

use std::time::Duration;

use clap::{ArgAction, Args, value_parser};

use super::seconds;
use crate::blocks::webhook::{Host, Targets};

/// Webhooks.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Webhooks")]
pub struct WebhookSettings {
    /// Hosts that webhooks may call, such as `hooks.example.org,10.1.2.3:8443`; without any, no webhook can be registered or is called.
    #[arg(long, env = "WEBHOOK_ALLOW", value_delimiter = ',')]
    pub webhook_allow: Vec<Host>,

    /// Whether these hosts may have addresses that are not public, and be called without TLS.
    #[arg(long, env = "WEBHOOK_PRIVATE", default_value_t = false, action = ArgAction::Set)]
    pub webhook_private: bool,

    /// Seconds that a receiver has to answer.
    #[arg(long, env = "WEBHOOK_TIMEOUT", default_value = "10", value_parser = seconds)]
    pub webhook_timeout: Duration,

    /// How often an event is tried before its webhook counts as failed. Default, set your own.
    #[arg(long, env = "WEBHOOK_MAX_ATTEMPTS", default_value_t = 20, value_parser = value_parser!(u32).range(1..=1_000))]
    pub webhook_max_attempts: u32,

    /// Seconds before the second try; each further wait is twice as long, up to twelve hours. Default, set your own.
    #[arg(long, env = "WEBHOOK_BACKOFF", default_value = "5", value_parser = seconds)]
    pub webhook_backoff: Duration,
}

impl WebhookSettings {
    /// Where webhooks may call.
    pub fn targets(&self) -> Targets {
        Targets::new(self.webhook_allow.clone(), self.webhook_private)
    }
}
