//! Vocabularies of the entity crate as input and output of verbs and computed fields.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, InputType, InputValueResult, OutputType, Positioned, ServerResult, Value,
    parser::types::Field, registry::Registry,
};
use inspectorate_entity::vocabulary::Vocabulary;

use super::{input::pack, node_id::shortened};
use crate::{
    error::Error,
    read::{contract, noun::EnumDef},
};

/// A value of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded<E>(pub E);

fn register<E: Vocabulary>(registry: &mut Registry) -> String {
    let def = EnumDef {
        name: E::NAME,
        doc: E::DOC,
        entries: E::variants,
    };
    contract::register_enum(registry, &def) + "!"
}

impl<E: Vocabulary> InputType for Coded<E> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(E::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<E>(registry)
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        let text = match &value {
            Some(Value::Enum(name)) => name.as_str(),
            Some(Value::String(text)) => text.as_str(),
            _ => "null",
        };
        E::parse(text).map(Self).ok_or_else(|| {
            let text = shortened(text);
            pack(Error::bad_input(
                "",
                format!("`{text}` is no value of {}.", E::NAME),
                format!("“{text}”不是 {} 的取值。", E::NAME),
            ))
        })
    }

    fn to_value(&self) -> Value {
        Value::Enum(async_graphql::Name::new(self.0.as_str()))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<E: Vocabulary> OutputType for Coded<E> {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(E::NAME)
    }

    fn create_type_info(registry: &mut Registry) -> String {
        register::<E>(registry)
    }

    async fn resolve(
        &self,
        _: &ContextSelectionSet<'_>,
        _: &Positioned<Field>,
    ) -> ServerResult<Value> {
        Ok(Value::Enum(async_graphql::Name::new(self.0.as_str())))
    }
}
