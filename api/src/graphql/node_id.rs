//! Opaque global ids: the noun and the key of a row, base64url without padding.

use std::{borrow::Cow, marker::PhantomData};

use async_graphql::{ID, InputType, InputValueError, InputValueResult, Value, registry::Registry};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use crate::read::noun::Noun;

/// The global id of the row `id` of `noun`.
pub fn encode(noun: &str, id: Uuid) -> String {
    let mut bytes = Vec::with_capacity(noun.len() + 17);
    bytes.extend_from_slice(noun.as_bytes());
    bytes.push(b':');
    bytes.extend_from_slice(id.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The noun and row that `text` names; none when it is no global id at all.
pub fn decode(text: &str) -> Option<(String, Uuid)> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let colon = bytes.len().checked_sub(17)?;
    let (noun, id) = bytes.split_at(colon);
    let id = Uuid::from_slice(id.strip_prefix(b":")?).ok()?;
    Some((String::from_utf8(noun.to_vec()).ok()?, id))
}

/// A global id given by a client, parsed; of which noun it must be is checked where it is used, as a foreign id answers like a
/// missing row.
pub struct GlobalId<N> {
    noun: String,
    id: Uuid,
    of: PhantomData<fn() -> N>,
}

impl<N: Noun> GlobalId<N> {
    /// The id of the row of `N` with this key, for a verb that carries another one out.
    pub fn of(id: Uuid) -> Self {
        Self {
            noun: N::DEF.name.to_owned(),
            id,
            of: PhantomData,
        }
    }

    /// The key, if the id names a row of `N`.
    pub fn key(&self) -> Option<Uuid> {
        (self.noun == N::DEF.name).then_some(self.id)
    }
}

impl<N> Clone for GlobalId<N> {
    fn clone(&self) -> Self {
        Self {
            noun: self.noun.clone(),
            id: self.id,
            of: PhantomData,
        }
    }
}

impl<N> std::fmt::Debug for GlobalId<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.noun, self.id)
    }
}

impl<N: Noun> InputType for GlobalId<N> {
    type RawValueType = Self;

    fn type_name() -> Cow<'static, str> {
        <ID as InputType>::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        <ID as InputType>::create_type_info(registry)
    }

    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        match &value {
            Some(Value::String(text)) => match decode(text) {
                Some((noun, id)) => Ok(Self {
                    noun,
                    id,
                    of: PhantomData,
                }),
                None => Err(super::input::pack(malformed(text, N::DEF.name))),
            },
            _ => Err(InputValueError::expected_type(value.unwrap_or_default())),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(encode(&self.noun, self.id))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

/// The error of an id that is none.
pub fn malformed(text: &str, noun: &str) -> crate::error::Error {
    let text = shortened(text);
    crate::error::Error::bad_input(
        "",
        format!("`{text}` is no id of this service: use the `id` of a {noun} as it was read."),
        format!("“{text}”不是本系统的标识：请使用查询得到的 id（{noun}）。"),
    )
}

/// The start of a value a client sent, for a message.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
