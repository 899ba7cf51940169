//! The links of the chain: what of an event is hashed, and how.

use inspectorate_entity::journal::event;
use sha2::{Digest, Sha256};

/// Changes whenever the bytes below do, so that no old event can pass for a new one.
const FORM: &str = "inspectorate event 1";

/// The hash of `event` at `position` after the event with hash `previous`: 64 hexadecimal digits.
///
/// Every column takes part that is written with the change. Each part carries its length, so that no two events have the same
/// bytes; times count in microseconds, which both databases keep.
pub fn link(event: &event::Model, position: i64, previous: &str) -> String {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    part(FORM.as_bytes());
    part(previous.as_bytes());
    part(&position.to_be_bytes());
    part(event.id.as_bytes());
    part(&event.occurred_at.timestamp_micros().to_be_bytes());
    part(event.action.as_bytes());
    part(event.noun.as_bytes());
    part(event.subject_id.as_bytes());
    part(event.agency.as_bytes());
    part(event.organization_id.as_bytes());
    part(event.actor_subject.as_bytes());
    part(event.actor_name.as_bytes());
    part(event.roles.as_bytes());
    part(event.changes.as_bytes());
    // A key that is missing must not look like one that is empty.
    part(&[u8::from(event.client_mutation_id.is_some())]);
    part(
        event
            .client_mutation_id
            .as_deref()
            .unwrap_or_default()
            .as_bytes(),
    );
    hexadecimal(&hash.finalize())
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;

    fn sample() -> event::Model {
        event::Model {
            id: Uuid::from_u128(1),
            occurred_at: DateTime::from_timestamp_micros(1_700_000_000_123_456).unwrap(),
            action: "RenameOrganization".to_owned(),
            noun: "Organization".to_owned(),
            subject_id: Uuid::from_u128(2),
            agency: "OFFICE".to_owned(),
            organization_id: Uuid::from_u128(3),
            actor_subject: "u-17".to_owned(),
            actor_name: "林一鸣".to_owned(),
            roles: "handler".to_owned(),
            changes: "[]".to_owned(),
            client_mutation_id: None,
            position: None,
            previous_hash: None,
            hash: None,
        }
    }

    /// The chain of an existing database depends on this very value.
    #[test]
    fn the_form_is_fixed() {
        assert_eq!(
            link(&sample(), 1, &"0".repeat(64)),
            "9d183bb1487faa4dda44f132987ee5833df863021661b109f951bd3e508a74a3"
        );
    }

    #[test]
    fn every_column_counts() {
        let whole = link(&sample(), 1, "a");
        let changes: [fn(&mut event::Model); 12] = [
            |event| event.id = Uuid::from_u128(9),
            |event| event.occurred_at += chrono::TimeDelta::microseconds(1),
            |event| event.action.push('x'),
            |event| event.noun.push('x'),
            |event| event.subject_id = Uuid::from_u128(9),
            |event| event.agency.push('x'),
            |event| event.organization_id = Uuid::from_u128(9),
            |event| event.actor_subject.push('x'),
            |event| event.actor_name.push('x'),
            |event| event.roles.push('x'),
            |event| event.changes.push('x'),
            |event| event.client_mutation_id = Some(String::new()),
        ];
        for (index, change) in changes.into_iter().enumerate() {
            let mut event = sample();
            change(&mut event);
            assert_ne!(link(&event, 1, "a"), whole, "change {index} does not show");
        }
        assert_ne!(link(&sample(), 2, "a"), whole);
        assert_ne!(link(&sample(), 1, "b"), whole);
    }

    #[test]
    fn text_does_not_slip_from_one_column_into_the_next() {
        let mut moved = sample();
        moved.action = "RenameOrganizationO".to_owned();
        moved.noun = "rganization".to_owned();
        assert_ne!(link(&moved, 1, "a"), link(&sample(), 1, "a"));
    }
}
