//! How often one client may ask: a bucket of tokens each, filled at a steady rate.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Instant,
};

/// More clients than this at once, and the full buckets are thrown away; a full bucket says the same as none.
const MAX_BUCKETS: usize = 20_000;

/// The buckets of all clients.
#[derive(Debug)]
pub struct Rate {
    /// Tokens a second; 0 lets everything pass.
    per_second: f64,
    burst: f64,
    buckets: Mutex<HashMap<String, Bucket>>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    tokens: f64,
    filled: Instant,
}

impl Rate {
    pub fn new(per_second: u32, burst: u32) -> Self {
        Self {
            per_second: f64::from(per_second),
            burst: f64::from(burst),
            buckets: Mutex::default(),
        }
    }

    /// Take `count` requests from the bucket of `client`; the seconds to wait when there are not so many.
    pub fn take(&self, client: &str, count: u32) -> Result<(), u64> {
        self.take_at(client, count, Instant::now())
    }

    fn take_at(&self, client: &str, count: u32, now: Instant) -> Result<(), u64> {
        if self.per_second == 0.0 {
            return Ok(());
        }
        let count = f64::from(count);
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MAX_BUCKETS {
            buckets.retain(|_, bucket| self.level(bucket, now) < self.burst);
        }
        let full = Bucket {
            tokens: self.burst,
            filled: now,
        };
        let bucket = match buckets.get_mut(client) {
            Some(bucket) => bucket,
            None => buckets.entry(client.to_owned()).or_insert(full),
        };
        let level = self.level(bucket, now);
        let (tokens, answer) = if level >= count {
            (level - count, Ok(()))
        } else {
            (level, Err(self.seconds_until(count - level)))
        };
        *bucket = Bucket {
            tokens,
            filled: now,
        };
        answer
    }

    fn level(&self, bucket: &Bucket, now: Instant) -> f64 {
        let passed = now.saturating_duration_since(bucket.filled).as_secs_f64();
        passed
            .mul_add(self.per_second, bucket.tokens)
            .min(self.burst)
    }

    fn seconds_until(&self, missing: f64) -> u64 {
        let whole = std::time::Duration::from_secs_f64(missing / self.per_second).as_secs();
        whole + 1
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_burst_passes_then_the_rate_counts() {
        let rate = Rate::new(10, 3);
        let start = Instant::now();
        for _ in 0..3 {
            rate.take_at("a", 1, start).unwrap();
        }
        assert_eq!(rate.take_at("a", 1, start), Err(1));
        rate.take_at("b", 3, start).unwrap();
        rate.take_at("a", 1, start + Duration::from_millis(100))
            .unwrap();
        assert!(
            rate.take_at("a", 1, start + Duration::from_millis(150))
                .is_err()
        );
        rate.take_at("a", 3, start + Duration::from_secs(60))
            .unwrap();
    }

    #[test]
    fn zero_lifts_the_limit() {
        let rate = Rate::new(0, 1);
        for _ in 0..1_000 {
            rate.take("a", 1).unwrap();
        }
    }
}
