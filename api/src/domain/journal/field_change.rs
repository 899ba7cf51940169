//! What an event changed, field by field, as far as the viewer may read each of the fields and records.

use std::collections::{BTreeMap, HashMap, HashSet};

use async_graphql::{ID, SimpleObject};
use serde::Deserialize;
use serde_json::Value as Json;
use uuid::Uuid;

use super::labels::{self, Label};
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
    /// The field as a person reads it (字段英文名称).
    field_label: String,
    /// The field in Chinese (字段名称).
    field_label_zh: String,
    /// The value before: text, number or global id as text; null when it was empty, the record is new, or the record that it named is not visible to the viewer (旧值).
    old: Option<String>,
    /// The value before as a person reads it: the label of a coded value, the name of a record; null when `old` is (旧值英文).
    old_label: Option<String>,
    /// The same in Chinese; null when `old` is (旧值中文).
    old_label_zh: Option<String>,
    /// The value after: text, number or global id as text; null when it is empty, or the record that it names is not visible to the viewer (新值).
    new: Option<String>,
    /// The value after as a person reads it: the label of a coded value, the name of a record; null when `new` is (新值英文).
    new_label: Option<String>,
    /// The same in Chinese; null when `new` is (新值中文).
    new_label_zh: Option<String>,
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
    let named = kept.iter().flatten().filter(|one| seen.contains(&one.id));
    let named: Vec<_> = named.flat_map(named_records).collect();
    let names = labels::of_records(batch, named).await?;
    let shown = kept.into_iter().map(|changes| {
        let shown = changes.into_iter().filter(|one| seen.contains(&one.id));
        shown.filter_map(|one| show(batch, &names, one)).collect()
    });
    let shown: Vec<Vec<FieldChange>> = shown.collect();
    note(batch, &shown).await;
    Ok(shown)
}

/// History shows contents too: what of it is restricted goes into the log of reads.
async fn note(batch: &Batch<'_>, shown: &[Vec<FieldChange>]) {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for change in shown.iter().flatten() {
        *counts.entry((&change.r#type, &change.field)).or_default() += 1;
    }
    for ((noun, field), count) in counts {
        if let Some(noun) = noun_of(noun) {
            batch.note_field(noun, field, count).await;
        }
    }
}

/// The records that a change of a relation names, before and after.
fn named_records(kept: &Kept) -> Vec<(&'static NounDef, Uuid)> {
    let Some(target) = noun_of(&kept.noun).and_then(|noun| {
        let field = noun.fields.iter().find(|field| shows(field, &kept.field))?;
        target(field)
    }) else {
        return Vec::new();
    };
    let id = |value: &Json| value.as_str()?.parse().ok();
    let ids = [&kept.old, &kept.new].into_iter().filter_map(id);
    ids.map(|id| (target, id)).collect()
}

/// The noun that a relation leads to.
fn target(field: &FieldDef) -> Option<&'static NounDef> {
    match &field.kind {
        FieldKind::One { noun, .. } => Some(noun()),
        _ => None,
    }
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
fn show(batch: &Batch<'_>, names: &HashMap<Uuid, Label>, kept: Kept) -> Option<FieldChange> {
    let noun = noun_of(&kept.noun)?;
    let field = noun.fields.iter().find(|field| shows(field, &kept.field))?;
    let target = target(field);
    let readable = |action| policy::may_read(batch.viewer(), action);
    if !field.reads.is_none_or(readable) || !target.is_none_or(|noun| readable(noun.reads)) {
        return None;
    }
    let value = |value: &Json| -> Option<(String, Label)> {
        match (&field.kind, target, value) {
            (_, Some(noun), Json::String(id)) => {
                let id = id.parse().ok()?;
                Some((node_id::encode(noun.name, id), names.get(&id)?.clone()))
            }
            (FieldKind::Column { scalar, .. }, None, value) => {
                let label = Label::of_value(*scalar, value)?;
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                Some((text, label))
            }
            _ => None,
        }
    };
    let (old, old_label) = value(&kept.old).unzip();
    let (new, new_label) = value(&kept.new).unzip();
    let (old_label, old_label_zh) = old_label.map(|label| (label.en, label.zh)).unzip();
    let (new_label, new_label_zh) = new_label.map(|label| (label.en, label.zh)).unzip();
    let label = Label::of_name(field.name, field.doc);
    Some(FieldChange {
        id: ID(node_id::encode(noun.name, kept.id)),
        r#type: noun.name.to_owned(),
        field: field.name.to_owned(),
        field_label: label.en,
        field_label_zh: label.zh,
        old,
        old_label,
        old_label_zh,
        new,
        new_label,
        new_label_zh,
    })
}

fn shows(field: &FieldDef, name: &str) -> bool {
    matches!(field.kind, FieldKind::Column { column, .. } | FieldKind::One { column, .. } if column == name)
}
