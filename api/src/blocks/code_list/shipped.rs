//! The shipped lists: what the sources print, and empty lists where they print the name of a formula only.

use chrono::NaiveDate;
use inspectorate_entity::rules::{code_list, code_list_entry};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use serde::Deserialize;

use crate::{
    blocks::shipped::{self, LoadedAt},
    error::Result,
};

const LISTS: &str = include_str!("../../../data/code_lists.csv");
const ENTRIES: &str = include_str!("../../../data/code_list_entries.csv");

#[derive(Deserialize)]
struct List {
    key: String,
    name: String,
    name_zh: String,
    definition: String,
    source: String,
}

#[derive(Deserialize)]
struct Entry {
    list: String,
    code: String,
    edition: i32,
    label: String,
    label_zh: String,
    definition: String,
    source: String,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    sequence: i32,
}

/// Load the lists and entries that are missing.
pub async fn load(connection: &impl ConnectionTrait, now: LoadedAt) -> Result<()> {
    let lists = shipped::rows::<List>("code_lists.csv", LISTS)?;
    let lists = lists.into_iter().map(|list| code_list::ActiveModel {
        id: Set(list_id(&list.key)),
        dispatcher_id: Set(None),
        key: Set(list.key),
        name: Set(list.name),
        name_zh: Set(list.name_zh),
        definition: Set(list.definition),
        source: Set(list.source),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    shipped::insert_missing(connection, lists).await?;
    let entries = shipped::rows::<Entry>("code_list_entries.csv", ENTRIES)?;
    let entries = entries
        .into_iter()
        .map(|entry| code_list_entry::ActiveModel {
            id: Set(entry_id(&entry.list, &entry.code, entry.edition)),
            code_list_id: Set(list_id(&entry.list)),
            code: Set(entry.code),
            edition: Set(entry.edition),
            label: Set(entry.label),
            label_zh: Set(entry.label_zh),
            definition: Set(entry.definition),
            source: Set(entry.source),
            valid_from: Set(entry.valid_from),
            valid_to: Set(entry.valid_to),
            sequence: Set(entry.sequence),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        });
    shipped::insert_missing(connection, entries).await
}

/// The id of a shipped list.
pub fn list_id(key: &str) -> uuid::Uuid {
    shipped::id("code_list", &[key])
}

/// The id of a shipped entry.
pub fn entry_id(list: &str, code: &str, edition: i32) -> uuid::Uuid {
    shipped::id("code_list_entry", &[list, code, &edition.to_string()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_entry_belongs_to_a_list_and_stands_once() {
        let lists: Vec<List> = shipped::rows("code_lists.csv", LISTS).expect("well-formed");
        let keys: BTreeSet<&str> = lists.iter().map(|list| list.key.as_str()).collect();
        assert_eq!(keys.len(), lists.len());
        let entries: Vec<Entry> =
            shipped::rows("code_list_entries.csv", ENTRIES).expect("well-formed");
        let mut ids = BTreeSet::new();
        for entry in &entries {
            assert!(keys.contains(entry.list.as_str()), "{}", entry.list);
            assert!(ids.insert(entry_id(&entry.list, &entry.code, entry.edition)));
        }
    }

    #[test]
    fn formulas_whose_parts_are_not_printed_ship_empty() {
        let entries: Vec<Entry> =
            shipped::rows("code_list_entries.csv", ENTRIES).expect("well-formed");
        for empty in [
            "FOUR_IMPLEMENTATIONS",
            "SIX_GAPS",
            "SIX_SHORTFALLS",
            "FOUR_CAPITALS_ONE_PROJECT",
            "DOUBLE_FEEDBACK",
            "THREE_PARTY_SIGNATURE",
            "FOUR_COPIES",
            "FOUR_FOLLOW_UPS",
            "TALENT_POOL",
            "CHECKS_AND_LOOKS",
            "DISPOSAL_CLASS",
        ] {
            assert!(entries.iter().all(|entry| entry.list != empty), "{empty}");
        }
    }
}
