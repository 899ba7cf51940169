//! Names and values of the log as a person reads them, in both languages.

use std::collections::HashMap;

use serde_json::Value as Json;
use uuid::Uuid;

use crate::{
    access::visible,
    domain::rules::vocabulary,
    error::Result,
    read::{
        Batch,
        noun::{FieldKind, NounDef, Scalar},
    },
};

/// A text in English and in Chinese.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub en: String,
    pub zh: String,
}

impl Label {
    /// What is the same in both languages: a name, a day, a number.
    fn plain(text: String) -> Self {
        Self {
            zh: text.clone(),
            en: text,
        }
    }

    /// A name of the schema, such as `renamedOn`, and the text that describes it.
    pub fn of_name(name: &str, doc: &str) -> Self {
        let mut words = String::with_capacity(name.len() + 4);
        for letter in name.chars() {
            if letter.is_uppercase() && !words.is_empty() {
                words.push('_');
            }
            words.push(letter);
        }
        Self {
            en: vocabulary::label(&words),
            zh: vocabulary::chinese_term(doc).to_owned(),
        }
    }

    /// A value of a column as it is stored.
    pub fn of_value(scalar: Scalar, value: &Json) -> Option<Self> {
        match (scalar, value) {
            (_, Json::Null) => None,
            (_, Json::Bool(truth)) => Some(Self {
                en: if *truth { "Yes" } else { "No" }.to_owned(),
                zh: if *truth { "是" } else { "否" }.to_owned(),
            }),
            (Scalar::Enum(def), Json::String(value)) => {
                let mut entries = (def.entries)().iter();
                let entry = entries.find(|entry| entry.value == value);
                Some(Self {
                    en: vocabulary::label(value),
                    zh: entry.map_or(value.as_str(), |entry| entry.zh).to_owned(),
                })
            }
            (_, Json::String(text)) => Some(Self::plain(text.clone())),
            (_, other) => Some(Self::plain(other.to_string())),
        }
    }
}

/// What the records that exist for the viewer are called, by id: one statement for each noun among them.
pub async fn of_records(
    batch: &Batch<'_>,
    records: impl IntoIterator<Item = (&'static NounDef, Uuid)>,
) -> Result<HashMap<Uuid, Label>> {
    let mut by_noun: HashMap<&str, (&'static NounDef, Vec<Uuid>)> = HashMap::new();
    for (noun, id) in records {
        by_noun
            .entry(noun.name)
            .or_insert_with(|| (noun, Vec::new()))
            .1
            .push(id);
    }
    let mut labels = HashMap::new();
    for (noun, ids) in by_noun.into_values() {
        let (en, zh) = called(noun);
        let mut sql = batch.sql();
        sql.push("SELECT t.id, CAST(").column("t", en);
        sql.push(" AS TEXT), CAST(").column("t", zh);
        sql.push(" AS TEXT) FROM \"").push(noun.table);
        sql.push("\" t WHERE t.id").in_ids(&ids).push(" AND ");
        visible::rows(noun, batch.viewer(), "t", &mut sql);
        for row in batch.fetch(sql).await? {
            let label = match called(noun) {
                ("id", _) => Label::of_name(noun.name, noun.doc),
                _ => Label {
                    en: row.try_get_by_index(1)?,
                    zh: row.try_get_by_index(2)?,
                },
            };
            labels.insert(row.try_get_by_index(0)?, label);
        }
    }
    Ok(labels)
}

/// The columns by which people call a record, in English and in Chinese; a record without one is called by its noun.
fn called(noun: &NounDef) -> (&'static str, &'static str) {
    let has = |name: &str| {
        noun.fields.iter().find_map(|field| match field.kind {
            FieldKind::Column { column, .. } if column == name && !field.nullable => Some(column),
            _ => None,
        })
    };
    let names = [
        ("label", "label_zh"),
        ("name", "name_zh"),
        ("name", "name"),
        ("title", "title"),
        ("term_label", "term_label"),
        ("subject", "subject"),
    ];
    let found = names
        .into_iter()
        .find_map(|(en, zh)| Some((has(en)?, has(zh)?)));
    found.unwrap_or(("id", "id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_words() {
        let label = Label::of_name(
            "renameOrganization",
            "Change the name (更名); the old one stays.",
        );
        assert_eq!(label.en, "Rename organization");
        assert_eq!(label.zh, "更名");
    }

    #[test]
    fn truth_is_said_in_both_languages() {
        let label = Label::of_value(Scalar::Bool, &Json::Bool(true)).unwrap();
        assert_eq!((label.en.as_str(), label.zh.as_str()), ("Yes", "是"));
        assert_eq!(Label::of_value(Scalar::Text, &Json::Null), None);
    }
}
