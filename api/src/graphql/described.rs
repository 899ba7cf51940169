//! Schema elements made at start instead of by a derive: each with its description and who is shown it.

use async_graphql::{
    indexmap::IndexMap,
    registry::{
        EnumBuilder, InputObjectBuilder, MetaEnumValue, MetaField, MetaInputValue, ObjectBuilder,
        Registry,
    },
};

use crate::access::policy::Action;

/// Add an object type; `needs` is what an agency must be allowed to be shown it.
pub fn add_object(
    registry: &mut Registry,
    name: &str,
    doc: &str,
    fields: IndexMap<String, MetaField>,
    needs: Option<Action>,
) {
    let built = ObjectBuilder::new(name, fields)
        .description(Some(doc.into()))
        .visible(needs.map(Action::shown))
        .build();
    registry.types.insert(name.into(), built);
}

/// Add an input type.
pub fn add_input(
    registry: &mut Registry,
    name: &str,
    doc: &str,
    inputs: Vec<MetaInputValue>,
    needs: Option<Action>,
) {
    let inputs = inputs
        .into_iter()
        .map(|input| (input.name.clone(), input))
        .collect();
    let built = InputObjectBuilder::new(name, inputs)
        .description(Some(doc.into()))
        .visible(needs.map(Action::shown))
        .build();
    registry.types.insert(name.into(), built);
}

/// Add an enum.
pub fn add_enum(
    registry: &mut Registry,
    name: &str,
    doc: &str,
    values: impl Iterator<Item = MetaEnumValue>,
    needs: Option<Action>,
) {
    let values = values.map(|value| (value.name.clone(), value)).collect();
    let built = EnumBuilder::new(name, values)
        .description(Some(doc.into()))
        .visible(needs.map(Action::shown))
        .build();
    registry.types.insert(name.into(), built);
}

/// An argument or a field of an input.
pub fn input_value(name: &str, ty: &str, doc: &str) -> MetaInputValue {
    let mut value = MetaInputValue::new(name, ty);
    value.description = Some(doc.into());
    value
}
