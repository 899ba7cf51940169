//! The links of the chain: what of an event is hashed, and how.

use std::collections::HashMap;

use inspectorate_entity::journal::{event, event_subject};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::SelectStatement};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::Result;

/// Changes whenever the bytes below do, so that no old event can pass for a new one.
const FORM: &str = "inspectorate event 1";

/// Of each event the records that it touched, by noun and id, in one order whatever the database's is.
pub type Subjects = HashMap<Uuid, Vec<(String, Uuid)>>;

/// What the events whose ids `events` selects touched.
pub async fn subjects(
    database: &impl ConnectionTrait,
    events: SelectStatement,
) -> Result<Subjects> {
    let rows = event_subject::Entity::find()
        .filter(event_subject::Column::EventId.in_subquery(events))
        .all(database)
        .await?;
    let mut subjects = Subjects::new();
    for row in rows {
        let of_event = subjects.entry(row.event_id).or_default();
        of_event.push((row.noun, row.subject_id));
    }
    subjects
        .values_mut()
        .for_each(|touched| touched.sort_unstable());
    Ok(subjects)
}

/// The hash of `event` at `position` after the event with hash `previous`: 64 hexadecimal digits.
///
/// Every column takes part that is written with the change, and so do the `subjects` in whose history it stands. Each part carries its length, so that no two events have the same
/// bytes; times count in microseconds, which both databases keep.
pub fn link(event: &event::Model, subjects: &Subjects, position: i64, previous: &str) -> String {
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
    for (noun, subject) in subjects.get(&event.id).into_iter().flatten() {
        part(noun.as_bytes());
        part(subject.as_bytes());
    }
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

    use super::*;

    fn alone(event: &event::Model, position: i64, previous: &str) -> String {
        link(event, &Subjects::new(), position, previous)
    }

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
            alone(&sample(), 1, &"0".repeat(64)),
            "9d183bb1487faa4dda44f132987ee5833df863021661b109f951bd3e508a74a3"
        );
    }

    #[test]
    fn every_column_counts() {
        let whole = alone(&sample(), 1, "a");
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
            assert_ne!(alone(&event, 1, "a"), whole, "change {index} does not show");
        }
        assert_ne!(alone(&sample(), 2, "a"), whole);
        assert_ne!(alone(&sample(), 1, "b"), whole);
    }

    #[test]
    fn every_subject_counts() {
        let touched = |records: &[(&str, u128)]| {
            let records = records
                .iter()
                .map(|(noun, id)| ((*noun).to_owned(), Uuid::from_u128(*id)));
            let subjects = Subjects::from([(sample().id, records.collect())]);
            link(&sample(), &subjects, 1, "a")
        };
        let hashes = [
            touched(&[]),
            touched(&[("Organization", 2)]),
            touched(&[("Organization", 3)]),
            touched(&[("Person", 2)]),
            touched(&[("Organization", 2), ("Person", 2)]),
        ];
        let different: std::collections::HashSet<_> = hashes.iter().collect();
        assert_eq!(different.len(), hashes.len());
    }

    #[test]
    fn text_does_not_slip_from_one_column_into_the_next() {
        let mut moved = sample();
        moved.action = "RenameOrganizationO".to_owned();
        moved.noun = "rganization".to_owned();
        assert_ne!(alone(&moved, 1, "a"), alone(&sample(), 1, "a"));
    }
}
