//! What an event changed, field by field, as far as the viewer may read each of the fields and records.

use std::collections::{HashMap, HashSet};

use async_graphql::{ID, SimpleObject};
use serde::Deserialize;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::{
    access::{policy, visible},
    error::{Error, Result},
    graphql::node_id,
    read::{
        Batch,
        noun::{FieldDef, FieldKind, NounDef},
    },
};

/// A field of a record, before and after a change (字段变更).
#[derive(SimpleObject)]
pub struct FieldChange {
    /// The record (记录).
    id: ID,
    /// Its noun, such as `Organization` (记录类别).
    r#type: String,
    /// The field as the schema names it (字段).
    field: String,
    /// The value before: text, number or global id as text; null when it was empty or the record is new (旧值).
    old: Option<String>,
    /// The value after: text, number or global id as text; null when it is empty (新值).
    new: Option<String>,
}

/// A change as the event keeps it.
#[derive(Deserialize)]
struct Kept {
    noun: String,
    id: Uuid,
    field: String,
    old: Json,
    new: Json,
}

/// The changes of each event of the batch.
pub async fn field_changes(batch: &Batch<'_>) -> Result<Vec<Vec<FieldChange>>> {
    let mut kept: Vec<Vec<Kept>> = Vec::with_capacity(batch.len());
    for row in 0..batch.len() {
        let text = batch.text(row, "changes").unwrap_or("[]");
        kept.push(serde_json::from_str(text).map_err(Error::internal)?);
    }
    let seen = visible_records(batch, &kept).await?;
    let shown = kept.into_iter().map(|changes| {
        let shown = changes.into_iter().filter(|one| seen.contains(&one.id));
        shown.filter_map(|one| show(batch, one)).collect()
    });
    Ok(shown.collect())
}

/// Which of the changed records exist for the viewer: one statement for each noun among them.
async fn visible_records(batch: &Batch<'_>, kept: &[Vec<Kept>]) -> Result<HashSet<Uuid>> {
    let mut by_noun: HashMap<&str, Vec<Uuid>> = HashMap::new();
    for one in kept.iter().flatten() {
        by_noun.entry(&one.noun).or_default().push(one.id);
    }
    let mut seen = HashSet::new();
    for (name, ids) in by_noun {
        let Some(noun) = noun_of(name) else { continue };
        let mut sql = batch.sql();
        sql.push("SELECT t.id FROM \"")
            .push(noun.table)
            .push("\" t WHERE t.id")
            .in_ids(&ids)
            .push(" AND ");
        visible::rows(noun, batch.viewer(), "t", &mut sql);
        for row in batch.fetch(sql).await? {
            seen.insert(row.try_get_by_index(0)?);
        }
    }
    Ok(seen)
}

fn noun_of(name: &str) -> Option<&'static NounDef> {
    crate::schema::nouns().find(|noun| noun.name == name)
}

/// The change as the schema spells it; none when no field shows the column or the viewer may not read it.
fn show(batch: &Batch<'_>, kept: Kept) -> Option<FieldChange> {
    let noun = noun_of(&kept.noun)?;
    let field = noun.fields.iter().find(|field| shows(field, &kept.field))?;
    let target = match &field.kind {
        FieldKind::One { noun, .. } => Some(noun()),
        _ => None,
    };
    let readable = |action| policy::may_read(batch.viewer(), action);
    if !field.reads.is_none_or(readable) || !target.is_none_or(|noun| readable(noun.reads)) {
        return None;
    }
    let text = |value: Json| match (value, target) {
        (Json::Null, _) => None,
        (Json::String(id), Some(noun)) => Some(node_id::encode(noun.name, id.parse().ok()?)),
        (Json::String(text), None) => Some(text),
        (other, _) => Some(other.to_string()),
    };
    Some(FieldChange {
        id: ID(node_id::encode(noun.name, kept.id)),
        r#type: noun.name.to_owned(),
        field: field.name.to_owned(),
        old: text(kept.old),
        new: text(kept.new),
    })
}

fn shows(field: &FieldDef, name: &str) -> bool {
    matches!(field.kind, FieldKind::Column { column, .. } | FieldKind::One { column, .. } if column == name)
}
