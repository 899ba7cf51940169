//! One call of a receiver: what is sent, and what comes of it.

use std::{error::Error as _, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use inspectorate_entity::webhooks::webhook;
use reqwest::{
    Client, StatusCode,
    header::{CONTENT_TYPE, RETRY_AFTER, USER_AGENT},
    redirect::Policy,
};
use serde_json::json;

use super::{
    address::{NotPublic, Resolver},
    signature::sign,
    target::Targets,
};
use crate::{
    error::{Error, Result},
    graphql::node_id,
    read::feed::Sealed,
    settings::WebhookSettings,
};

/// Calls receivers that the operator has allowed.
pub struct Receivers {
    client: Client,
    targets: Targets,
    timeout: Duration,
}

/// What came of a call.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    Delivered,
    /// The receiver wants nothing any more.
    Gone,
    /// In vain: why, and how long the receiver asks to be left alone.
    Failed(String, Option<Duration>),
}

impl Receivers {
    pub fn new(settings: &WebhookSettings) -> Result<Self> {
        // Fails only when a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .timeout(settings.webhook_timeout)
            .redirect(Policy::none())
            .https_only(!settings.webhook_private)
            // A proxy would connect where nobody looks at the address.
            .no_proxy()
            .dns_resolver(Arc::new(Resolver {
                private: settings.webhook_private,
            }))
            .build()
            .map_err(Error::internal)?;
        Ok(Self {
            client,
            targets: settings.targets(),
            timeout: settings.webhook_timeout,
        })
    }

    /// Tell the webhook's receiver of the event. Nothing of what it answers is read but the status.
    pub async fn call(&self, webhook: &webhook::Model, event: &Sealed) -> Outcome {
        let Ok(url) = self.targets.check(&webhook.url) else {
            return failed("the address is not allowed any more");
        };
        let now = Utc::now();
        let id = format!("msg_{}_{}", event.id.simple(), webhook.id.simple());
        let body = body(event);
        let before = webhook.previous_until.filter(|until| *until > now);
        let before = before.and(webhook.previous_key.as_deref());
        let keys = [webhook.signing_key.as_str()].into_iter().chain(before);
        let answer = self
            .client
            .post(url)
            .header(CONTENT_TYPE, "application/json")
            .header(USER_AGENT, "inspectorate")
            .header("webhook-id", id.as_str())
            .header("webhook-timestamp", now.timestamp())
            .header("webhook-signature", sign(keys, &id, now.timestamp(), &body))
            .body(body)
            .send()
            .await;
        match answer {
            Ok(answer) => outcome(
                answer.status(),
                answer
                    .headers()
                    .get(RETRY_AFTER)
                    .and_then(|after| after.to_str().ok()),
                now,
            ),
            Err(error) => failed(&self.reason(&error)),
        }
    }

    /// What is said to the owner; never what the network said, which may tell of hosts that are none of the owner's business.
    fn reason(&self, error: &reqwest::Error) -> String {
        let mut cause = error.source();
        while let Some(inner) = cause {
            if inner.is::<NotPublic>() {
                return NotPublic.to_string();
            }
            cause = inner.source();
        }
        if error.is_timeout() {
            format!("no answer within {} s", self.timeout.as_secs())
        } else if error.is_connect() {
            "cannot connect".to_owned()
        } else {
            "the connection broke".to_owned()
        }
    }
}

fn failed(why: &str) -> Outcome {
    Outcome::Failed(why.to_owned(), None)
}

/// The thin payload: which event, of which record; whoever may read it asks for the rest.
fn body(event: &Sealed) -> String {
    json!({
        "type": format!("{}.{}", event.noun, event.action),
        "timestamp": crate::read::time_text(&event.occurred_at),
        "data": {
            "position": event.position,
            "event": node_id::encode("Event", event.id),
            "noun": event.noun,
            "record": node_id::encode(&event.noun, event.subject),
            "action": event.action,
        },
    })
    .to_string()
}

fn outcome(status: StatusCode, retry_after: Option<&str>, now: DateTime<Utc>) -> Outcome {
    match status {
        status if status.is_success() => Outcome::Delivered,
        StatusCode::GONE => Outcome::Gone,
        status => Outcome::Failed(
            format!("answered {}", status.as_u16()),
            retry_after.and_then(|after| wait(after, now)),
        ),
    }
}

/// Seconds, or a moment.
fn wait(after: &str, now: DateTime<Utc>) -> Option<Duration> {
    let after = after.trim();
    if let Ok(seconds) = after.parse::<u32>() {
        return Some(Duration::from_secs(u64::from(seconds)));
    }
    let moment = DateTime::parse_from_rfc2822(after).ok()?;
    (moment.with_timezone(&Utc) - now).to_std().ok()
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn the_receiver_says_how_long_to_wait() {
        let now = Utc.with_ymd_and_hms(2026, 11, 23, 12, 0, 0).unwrap();
        let cases = [
            ("120", Some(120)),
            ("Mon, 23 Nov 2026 12:00:30 GMT", Some(30)),
            ("Mon, 23 Nov 2026 11:00:00 GMT", None),
            ("soon", None),
        ];
        for (after, seconds) in cases {
            assert_eq!(
                wait(after, now),
                seconds.map(Duration::from_secs),
                "{after}"
            );
        }
        let moved = outcome(StatusCode::FOUND, None, now);
        assert_eq!(moved, Outcome::Failed("answered 302".to_owned(), None));
        assert_eq!(outcome(StatusCode::GONE, None, now), Outcome::Gone);
        let late = outcome(StatusCode::SERVICE_UNAVAILABLE, Some("9"), now);
        let nine = Some(Duration::from_secs(9));
        assert_eq!(late, Outcome::Failed("answered 503".to_owned(), nine));
    }
}
