//! What a change did, field by field, as the event keeps it.

use std::borrow::Cow;

use sea_orm::{EntityTrait, Iden, Iterable, ModelTrait, Value};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// A field of a record, before and after.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub noun: Cow<'static, str>,
    pub id: Uuid,
    pub field: String,
    pub old: Json,
    pub new: Json,
}

impl Recorded {
    /// As the event's `changes` keep it.
    pub fn json(&self) -> Json {
        json!({ "noun": self.noun, "id": self.id, "field": self.field, "old": self.old, "new": self.new })
    }
}

/// Columns that follow from others or say only that something changed, and secrets, which nobody reads.
const FOLLOWING: &[&str] = &[
    "id",
    "version",
    "created_at",
    "updated_at",
    "path",
    "search",
    "pinyin",
    "signing_key",
    "previous_key",
    "stored_as",
];

/// The fields in which `after` differs from `before`; of a new row, all that are filled.
pub fn record<E: EntityTrait>(before: Option<&E::Model>, after: &E::Model) -> Vec<Recorded> {
    let noun = noun_of_table(E::default().table_name());
    let Some(id) = id_of::<E>(after) else {
        return Vec::new();
    };
    let mut recorded = Vec::new();
    for column in E::Column::iter().filter(|column| !FOLLOWING.contains(&column.unquoted())) {
        let old = before.map_or(Json::Null, |before| plain(before.get(column)));
        let new = plain(after.get(column));
        if old != new {
            recorded.push(Recorded {
                noun: noun.clone(),
                id,
                field: column.unquoted().to_owned(),
                old,
                new,
            });
        }
    }
    recorded
}

/// The noun whose rows stand in `table`. Rows that no client reads, such as links, are recorded all the same, under the name
/// that their noun would have.
fn noun_of_table(table: &str) -> Cow<'static, str> {
    match crate::schema::nouns().find(|noun| noun.table == table) {
        Some(noun) => Cow::Borrowed(noun.name),
        None => table
            .split('_')
            .flat_map(|word| {
                let mut letters = word.chars();
                letters
                    .next()
                    .map(|first| first.to_ascii_uppercase())
                    .into_iter()
                    .chain(letters)
            })
            .collect(),
    }
}

fn id_of<E: EntityTrait>(row: &E::Model) -> Option<Uuid> {
    let column = E::Column::iter().find(|column| column.unquoted() == "id")?;
    match row.get(column) {
        Value::Uuid(id) => id,
        _ => None,
    }
}

/// A value as JSON keeps it; one of a kind that no column of the service has is kept as SQL spells it.
fn plain(value: Value) -> Json {
    if value == value.as_null() {
        return Json::Null;
    }
    match value {
        Value::Bool(value) => json!(value),
        Value::TinyInt(value) => json!(value),
        Value::SmallInt(value) => json!(value),
        Value::Int(value) => json!(value),
        Value::BigInt(value) => json!(value),
        Value::Float(value) => json!(value),
        Value::Double(value) => json!(value),
        Value::String(value) => json!(value),
        Value::Char(value) => json!(value),
        Value::Json(value) => value.map_or(Json::Null, |value| *value),
        Value::Uuid(value) => json!(value),
        Value::Decimal(value) => json!(value.map(|number| number.to_string())),
        Value::ChronoDate(value) => json!(value),
        Value::ChronoTime(value) => json!(value),
        Value::ChronoDateTimeUtc(value) => json!(value.map(|time| crate::read::time_text(&time))),
        other => json!(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_null_whatever_its_kind() {
        let empty = [
            Value::Bool(None),
            Value::SmallInt(None),
            Value::BigInt(None),
            Value::Double(None),
            Value::String(None),
            Value::Bytes(None),
            Value::Decimal(None),
            Value::Uuid(None),
            Value::ChronoDate(None),
            Value::ChronoTime(None),
            Value::ChronoDateTime(None),
            Value::ChronoDateTimeUtc(None),
        ];
        for value in empty {
            assert_eq!(plain(value.clone()), Json::Null, "{value:?}");
        }
        assert_eq!(plain(Value::from("NULL")), json!("NULL"));
        assert_eq!(plain(Value::from(7_i16)), json!(7));
        assert_eq!(plain(Value::from(0.5_f64)), json!(0.5));
    }
}
