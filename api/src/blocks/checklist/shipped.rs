//! The checklists whose items the sources print, and empty ones where they print a name only.

use inspectorate_entity::rules::{
    checklist::{self, ChecklistKind},
    checklist_item,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use serde::Deserialize;

use crate::{
    blocks::shipped::{self, LoadedAt},
    error::Result,
};

const LISTS: &str = include_str!("../../../data/checklists.csv");
const ITEMS: &str = include_str!("../../../data/checklist_items.csv");

#[derive(Deserialize)]
struct List {
    key: String,
    edition: i32,
    kind: ChecklistKind,
    name: String,
    name_zh: String,
    object_type: Option<String>,
    sector_code: Option<String>,
    source: String,
}

#[derive(Deserialize)]
struct Item {
    list: String,
    edition: i32,
    code: String,
    text: String,
    text_zh: String,
    sequence: i32,
}

/// Load the lists and items that are missing.
pub async fn load(connection: &impl ConnectionTrait, now: LoadedAt) -> Result<()> {
    let lists = shipped::rows::<List>("checklists.csv", LISTS)?;
    let lists = lists.into_iter().map(|list| checklist::ActiveModel {
        id: Set(list_id(&list.key, list.edition)),
        dispatcher_id: Set(None),
        key: Set(list.key),
        edition: Set(list.edition),
        kind: Set(list.kind),
        name: Set(list.name),
        name_zh: Set(list.name_zh),
        object_type: Set(list.object_type),
        sector_code: Set(list.sector_code),
        rule_id: Set(None),
        source: Set(list.source),
        valid_from: Set(None),
        valid_to: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    shipped::insert_missing(connection, lists).await?;
    let items = shipped::rows::<Item>("checklist_items.csv", ITEMS)?;
    let items = items.into_iter().map(|item| {
        let edition = item.edition.to_string();
        checklist_item::ActiveModel {
            id: Set(shipped::id(
                "checklist_item",
                &[&item.list, &edition, &item.code],
            )),
            checklist_id: Set(list_id(&item.list, item.edition)),
            code: Set(item.code),
            text: Set(item.text),
            text_zh: Set(item.text_zh),
            required: Set(true),
            sequence: Set(item.sequence),
            clause_id: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        }
    });
    shipped::insert_missing(connection, items).await
}

/// The id of a shipped list.
pub fn list_id(key: &str, edition: i32) -> uuid::Uuid {
    shipped::id("checklist", &[key, &edition.to_string()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_item_belongs_to_a_list_and_stands_once() {
        let lists: Vec<List> = shipped::rows("checklists.csv", LISTS).expect("well-formed");
        let lists: BTreeSet<_> = lists
            .iter()
            .map(|list| (list.key.as_str(), list.edition))
            .collect();
        let items: Vec<Item> = shipped::rows("checklist_items.csv", ITEMS).expect("well-formed");
        let mut seen = BTreeSet::new();
        for item in &items {
            assert!(
                lists.contains(&(item.list.as_str(), item.edition)),
                "{}",
                item.list
            );
            assert!(seen.insert((&item.list, &item.code)), "{}", item.code);
        }
        let printed = |list: &str| items.iter().filter(|item| item.list == list).count();
        assert_eq!(printed("FOUR_MUST_NOTS"), 4);
        assert_eq!(printed("SIX_NOT_ALLOWEDS"), 6);
        assert_eq!(
            printed("STATE_ENTERPRISE_FOCUS"),
            0,
            "the parts are not printed"
        );
    }
}
