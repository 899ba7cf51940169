//! Reading the input of a verb so that an error names the field that holds the bad value, however deep it stands.

use async_graphql::{
    InputType, InputValueError, InputValueResult, Name, Pos, Value, indexmap::IndexMap,
};

use super::node_id::shortened;
use crate::error::{Error, ErrorCode, Result};

/// The field that every input of a verb has beside its own.
pub const CLIENT_MUTATION_ID: &str = "clientMutationId";

/// The whole input of a verb.
pub fn read<T: InputType>(mut value: Value) -> Result<T> {
    if let Value::Object(fields) = &mut value {
        // Every verb takes it, and the door for writes has looked at it.
        fields.shift_remove(CLIENT_MUTATION_ID);
    }
    T::parse(Some(value)).map_err(|error| {
        let error = unpack(error);
        let field = within("input", error.field.as_deref());
        error.field(field)
    })
}

/// An argument of a field, or what `T` makes of nothing.
pub fn argument<T: InputType>(name: &str, value: Option<Value>) -> Result<T> {
    T::parse(value).map_err(|error| {
        let error = unpack(error);
        let field = within(name, error.field.as_deref());
        error.field(field)
    })
}

/// The fields of an input object.
pub fn object<U: InputType>(
    value: Option<Value>,
) -> Result<IndexMap<Name, Value>, InputValueError<U>> {
    match value {
        Some(Value::Object(fields)) => Ok(fields),
        other => Err(pack(Error::bad_input(
            "",
            format!("An object is expected, not {}.", other.unwrap_or_default()),
            "此处应为对象。",
        ))),
    }
}

/// One field of an input object `U`.
pub fn field<T: InputType, U: InputType>(
    fields: &mut IndexMap<Name, Value>,
    name: &str,
) -> Result<T, InputValueError<U>> {
    T::parse(fields.shift_remove(name)).map_err(|error| {
        let error = unpack(error);
        let field = within(name, error.field.as_deref());
        pack(error.field(field))
    })
}

/// Refuse fields that the input does not have.
pub fn nothing_left<U: InputType>(
    fields: &IndexMap<Name, Value>,
) -> Result<(), InputValueError<U>> {
    match fields.first() {
        None => Ok(()),
        Some((name, _)) => Err(pack(Error::bad_input(
            name.as_str(),
            format!("`{}` is no field of {}.", shortened(name), U::type_name()),
            format!("{} 没有字段“{}”。", U::type_name(), shortened(name)),
        ))),
    }
}

/// An error of ours inside an error of async-graphql, so that it comes out whole at the other end.
pub fn pack<T: InputType>(error: Error) -> InputValueError<T> {
    let packed = InputValueError::custom("")
        .with_extension("code", error.code.as_str())
        .with_extension("message", error.message)
        .with_extension("message_zh", error.message_zh);
    match error.field {
        Some(field) => packed.with_extension("field", field),
        None => packed,
    }
}

/// The value of a scalar of ours, or its error packed.
pub fn parsed<T: InputType>(result: Result<T>) -> InputValueResult<T> {
    result.map_err(pack)
}

fn unpack<T: InputType>(error: InputValueError<T>) -> Error {
    let error = error.into_server_error(Pos::default());
    let text = |name: &str| match error
        .extensions
        .as_ref()
        .and_then(|values| values.get(name))
    {
        Some(Value::String(text)) => Some(text.clone()),
        _ => None,
    };
    let message = text("message").unwrap_or_else(|| error.message.clone());
    let message_zh = text("message_zh").unwrap_or_else(|| "该字段的值无效。".into());
    let mut plain = Error::bad_input(text("field").unwrap_or_default(), message, message_zh);
    if text("code").as_deref() == Some(ErrorCode::NotFound.as_str()) {
        plain.code = ErrorCode::NotFound;
    }
    plain
}

fn within(outer: &str, inner: Option<&str>) -> String {
    match inner {
        Some(inner) if !inner.is_empty() => format!("{outer}.{inner}"),
        _ => outer.to_owned(),
    }
}
