//! Secrets and signatures as Standard Webhooks spells them.

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;

/// What a secret begins with.
pub const PREFIX: &str = "whsec_";

/// A new key of 32 bytes from the system's generator, base64.
pub fn new_key() -> String {
    let halves = [Uuid::new_v4(), Uuid::new_v4()];
    BASE64_STANDARD.encode(halves.map(Uuid::into_bytes).concat())
}

/// The value of `webhook-signature`: one signature for each key, the current one first.
pub fn sign<'a>(
    keys: impl Iterator<Item = &'a str>,
    id: &str,
    timestamp: i64,
    body: &str,
) -> String {
    let content = format!("{id}.{timestamp}.{body}");
    let signatures = keys.filter_map(|key| {
        let key = BASE64_STANDARD.decode(key).ok()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
        mac.update(content.as_bytes());
        let signature = BASE64_STANDARD.encode(mac.finalize().into_bytes());
        Some(format!("v1,{signature}"))
    });
    signatures.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the libraries of Standard Webhooks.
    #[test]
    fn signs_as_the_specification_does() {
        let key = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let (id, body) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}");
        let signature = sign([key].into_iter(), id, 1_614_265_330, body);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn keys_are_long_and_differ() {
        let (one, other) = (new_key(), new_key());
        assert_ne!(one, other);
        assert_eq!(BASE64_STANDARD.decode(one).unwrap().len(), 32);
    }
}
