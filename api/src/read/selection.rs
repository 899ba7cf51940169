//! The fields that a selection asks of one type, merged by response key in the order of their first appearance.

use async_graphql::{
    Name, Positioned, QueryEnv, SchemaEnv, Value as ConstValue,
    indexmap::IndexMap,
    parser::types::{Field, Selection, SelectionSet},
    registry::MetaType,
};
use async_graphql_value::Value;

/// Response key → every field that asks for it; validation has made sure that they agree in name and arguments.
pub type Merged<'q> = IndexMap<&'q Name, Vec<&'q Positioned<Field>>>;

/// What the document holds beside the field at hand.
#[derive(Clone, Copy)]
pub struct Document<'q> {
    pub query: &'q QueryEnv,
    pub schema: &'q SchemaEnv,
}

impl<'q> Document<'q> {
    /// What `sets` together ask of the object type `type_name`.
    pub fn merge(
        &self,
        type_name: &str,
        sets: impl IntoIterator<Item = &'q SelectionSet>,
    ) -> Merged<'q> {
        let mut merged = Merged::new();
        for set in sets {
            self.collect(type_name, set, &mut merged);
        }
        merged
    }

    /// What the selections under `fields` together ask of `type_name`.
    pub fn merge_under(&self, type_name: &str, fields: &[&'q Positioned<Field>]) -> Merged<'q> {
        self.merge(
            type_name,
            fields.iter().map(|field| &field.node.selection_set.node),
        )
    }

    fn collect(&self, type_name: &str, set: &'q SelectionSet, merged: &mut Merged<'q>) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    merged
                        .entry(&field.node.response_key().node)
                        .or_default()
                        .push(field);
                }
                Selection::InlineFragment(fragment) => {
                    let condition = fragment.node.type_condition.as_ref();
                    if condition.is_none_or(|on| self.applies(&on.node.on.node, type_name)) {
                        self.collect(type_name, &fragment.node.selection_set.node, merged);
                    }
                }
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) =
                        self.query.fragments.get(&spread.node.fragment_name.node)
                        && self.applies(&fragment.node.type_condition.node.on.node, type_name)
                    {
                        self.collect(type_name, &fragment.node.selection_set.node, merged);
                    }
                }
            }
        }
    }

    /// Whether a fragment on `condition` speaks of objects of `type_name`.
    fn applies(&self, condition: &str, type_name: &str) -> bool {
        condition == type_name
            || self
                .schema
                .registry
                .types
                .get(condition)
                .and_then(MetaType::possible_types)
                .is_some_and(|types| types.contains(type_name))
    }
}

impl Document<'_> {
    /// The value of an argument with its variables filled in; none when it is absent or its variable is.
    pub fn argument(&self, field: &Field, name: &str) -> Option<ConstValue> {
        self.constant(&field.get_argument(name)?.node)
    }

    fn constant(&self, value: &Value) -> Option<ConstValue> {
        Some(match value {
            Value::Variable(name) => return self.variable(name),
            Value::Null => ConstValue::Null,
            Value::Number(number) => ConstValue::Number(number.clone()),
            Value::String(text) => ConstValue::String(text.clone()),
            Value::Boolean(truth) => ConstValue::Boolean(*truth),
            Value::Binary(bytes) => ConstValue::Binary(bytes.clone()),
            Value::Enum(name) => ConstValue::Enum(name.clone()),
            Value::List(items) => ConstValue::List(
                items
                    .iter()
                    .map(|item| self.constant(item).unwrap_or(ConstValue::Null))
                    .collect(),
            ),
            Value::Object(fields) => ConstValue::Object(
                fields
                    .iter()
                    .filter_map(|(name, value)| Some((name.clone(), self.constant(value)?)))
                    .collect(),
            ),
        })
    }

    fn variable(&self, name: &Name) -> Option<ConstValue> {
        self.query.variables.get(name).cloned().or_else(|| {
            let definitions = &self.query.operation.node.variable_definitions;
            let definition = definitions.iter().find(|one| one.node.name.node == *name)?;
            Some(definition.node.default_value.as_ref()?.node.clone())
        })
    }
}
