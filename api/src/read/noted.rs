//! What goes into the log of reads: rows shown, rows counted, and fields by which rows were looked for.

use std::collections::BTreeMap;

use async_graphql::{Value, parser::types::OperationType};

use super::{
    noun::{FieldKind, NounDef},
    plan::{Level, List, Relation},
    reader::Reader,
};

/// Fields of a noun that a filter looks at; none for a noun that is logged as a whole.
type Sought = BTreeMap<&'static str, (&'static NounDef, Vec<&'static str>)>;

impl Reader<'_> {
    /// Note what the loaded rows of `level` show.
    pub(super) async fn note_rows(&self, level: &Level<'_>, rows: usize) {
        let Some(watched) = self.log.and_then(|log| log.watched(level.noun)) else {
            return;
        };
        if rows == 0 {
            return;
        }
        let has = |column: &str| level.columns.iter().any(|(name, _)| *name == column);
        let mut fields: Vec<_> = watched.shown_by(has).collect();
        let computed = level
            .relations
            .iter()
            .filter_map(|relation| match relation {
                Relation::Computed { def, .. } => watched.field(def.name),
                Relation::One { .. }
                | Relation::List(_)
                | Relation::First { .. }
                | Relation::Any { .. } => None,
            });
        fields.extend(computed);
        if watched.whole || !fields.is_empty() {
            self.note(level.noun, &fields, rows).await;
        }
    }

    /// Note what asking for `list` tells beside its rows: how many there are, and which there are by its filter.
    pub(super) async fn note_list(&self, list: &List<'_>) {
        let Some(log) = self.log else { return };
        let noun = list.level.noun;
        let mut sought = Sought::new();
        let shown = list.needs_rows && list.page.limit > 0;
        if list.needs_total && !shown && log.watched(noun).is_some_and(|watched| watched.whole) {
            sought.insert(noun.name, (noun, Vec::new()));
        }
        if let Some(filter) = &list.page.filter {
            self.seek(noun, filter, &mut sought);
        }
        for (noun, fields) in sought.into_values() {
            self.note(noun, &fields, 0).await;
        }
    }

    /// Note that `rows` values of `field` were shown otherwise than by its noun, such as in the history of a record.
    pub(super) async fn note_field(&self, noun: &'static NounDef, field: &str, rows: usize) {
        let Some(watched) = self.log.and_then(|log| log.watched(noun)) else {
            return;
        };
        let field = watched.field(field);
        if watched.whole || field.is_some() {
            self.note(noun, &Vec::from_iter(field), rows).await;
        }
    }

    async fn note(&self, noun: &'static NounDef, fields: &[&str], rows: usize) {
        if let Some(log) = self.log {
            log.note(self.viewer, self.operation(), noun, fields, rows)
                .await;
        }
    }

    /// The logged fields that `filter` of `noun` names, through relations too.
    fn seek(&self, noun: &'static NounDef, filter: &Value, sought: &mut Sought) {
        match filter {
            Value::List(items) => {
                for item in items {
                    self.seek(noun, item, sought);
                }
            }
            Value::Object(parts) => {
                for (name, value) in parts {
                    // `and`, `not`, `some` and the like speak of the same noun.
                    match noun.field(name) {
                        None => self.seek(noun, value, sought),
                        Some(field) => {
                            let watched = self.log.and_then(|log| log.watched(noun));
                            if let Some(name) = watched.and_then(|own| own.field(field.name)) {
                                sought_of(sought, noun).push(name);
                            }
                            self.seek_below(&field.kind, value, sought);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn seek_below(&self, kind: &FieldKind, value: &Value, sought: &mut Sought) {
        if let FieldKind::One { noun, .. } | FieldKind::Many { noun, .. } = kind {
            let below = noun();
            let watched = self.log.and_then(|log| log.watched(below));
            if watched.is_some_and(|watched| watched.whole) {
                sought_of(sought, below);
            }
            self.seek(below, value, sought);
        }
    }

    /// The root fields of the request, as they are named in the schema.
    fn operation(&self) -> String {
        let operation = &self.query.operation.node;
        let root = match operation.ty {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        };
        let fields = self.document().merge(root, [&operation.selection_set.node]);
        let mut names: Vec<&str> = fields
            .values()
            .filter_map(|fields| Some(fields.first()?.node.name.node.as_str()))
            .collect();
        names.sort_unstable();
        names.dedup();
        names.join(" ")
    }
}

fn sought_of<'a>(sought: &'a mut Sought, noun: &'static NounDef) -> &'a mut Vec<&'static str> {
    &mut sought.entry(noun.name).or_insert((noun, Vec::new())).1
}
