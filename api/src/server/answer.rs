//! The answer as bytes: errors tidied for the client, data copied as the read engine wrote them.

use async_graphql::{ErrorExtensionValues, Response, ServerError, Value};
use async_graphql_value::RAW_VALUE_TOKEN;

use super::metrics::Metrics;
use crate::error::{Error, ErrorCode};

/// More errors than this are counted, not shown.
const MAX_ERRORS: usize = 10;

/// A longer message is cut.
const MAX_MESSAGE_CHARS: usize = 400;

/// Give every error a code and the request's id, hide what is ours, and cut what is too much.
pub fn tidy(errors: &mut Vec<ServerError>, request_id: &str, metrics: &Metrics) {
    let more = errors.len().saturating_sub(MAX_ERRORS);
    errors.truncate(MAX_ERRORS);
    if more > 0 {
        let note = Error::bad_input(
            "query",
            format!("{more} more errors are not shown."),
            format!("另有 {more} 个错误未显示。"),
        );
        errors.push(
            async_graphql::Error::from(note).into_server_error(async_graphql::Pos::default()),
        );
    }
    for error in errors {
        tidy_one(error, request_id, metrics);
    }
}

fn tidy_one(error: &mut ServerError, request_id: &str, metrics: &Metrics) {
    // An error with a source came in through `?` on a foreign type: its text is not meant for clients.
    if error.source.take().is_some() {
        let hidden = Error::internal(&error.message);
        replace(error, hidden);
    }
    if error.message.chars().count() > MAX_MESSAGE_CHARS {
        error.message = error.message.chars().take(MAX_MESSAGE_CHARS).collect();
        error.message.push('…');
    }
    error.locations.retain(|place| place.line > 0);
    let extensions = error
        .extensions
        .get_or_insert_with(ErrorExtensionValues::default);
    if extensions.get("code").is_none() {
        // Found by the validation of the document: what it says of an argument names the value that is to blame.
        extensions.set("code", ErrorCode::BadUserInput.as_str());
        match argument(&error.message) {
            Some(field) => {
                extensions.set(
                    "message_zh",
                    format!("参数“{field}”的取值不符合接口约定，请对照模式检查。"),
                );
                extensions.set("field", field);
            }
            None => extensions.set("message_zh", "请求不符合接口约定，请对照模式检查。"),
        }
    }
    extensions.set("requestId", request_id);
    if let Some(Value::String(code)) = extensions.get("code") {
        metrics.failed(code);
    }
}

/// The path of the argument that a message of the validation is about, such as `input.unit`.
fn argument(message: &str) -> Option<String> {
    let quoted = |after: &str| {
        let rest = message.split_once(after)?.1;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let path = quoted("argument \"")?;
    match quoted("field \"") {
        Some(field) if message.contains("required but not provided") => {
            Some(format!("{path}.{field}"))
        }
        _ => Some(path),
    }
}

fn replace(error: &mut ServerError, by: Error) {
    let hidden = by.into_server_error(async_graphql::Pos::default());
    error.message = hidden.message;
    error.extensions = hidden.extensions;
}

/// Write a response. A request error has no `data`: nothing was executed.
pub fn write(response: &Response, executed: bool, out: &mut Vec<u8>) {
    out.push(b'{');
    if executed {
        out.extend_from_slice(b"\"data\":");
        write_value(&response.data, out);
    }
    if !response.errors.is_empty() {
        if executed {
            out.push(b',');
        }
        out.extend_from_slice(b"\"errors\":");
        write_json(&response.errors, out);
    }
    if !response.extensions.is_empty() {
        out.extend_from_slice(b",\"extensions\":");
        write_json(&response.extensions, out);
    }
    out.push(b'}');
}

/// Write a value; text that the engine has written already is copied as it is.
fn write_value(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(object) => {
            if object.len() == 1
                && let Some(Value::String(json)) = object.get(RAW_VALUE_TOKEN)
            {
                out.extend_from_slice(json.as_bytes());
                return;
            }
            out.push(b'{');
            for (index, (key, value)) in object.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write_json(key.as_str(), out);
                out.push(b':');
                write_value(value, out);
            }
            out.push(b'}');
        }
        Value::List(list) => {
            out.push(b'[');
            for (index, value) in list.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write_value(value, out);
            }
            out.push(b']');
        }
        plain => write_json(plain, out),
    }
}

/// Scalars, names and errors; writing those into memory cannot fail.
pub fn write_json<T: serde::Serialize + ?Sized>(value: &T, out: &mut Vec<u8>) {
    if let Err(error) = serde_json::to_writer(&mut *out, value) {
        tracing::error!(%error, "a value cannot be written as JSON");
        out.extend_from_slice(b"null");
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::{Pos, value};

    use super::*;

    fn written(response: &Response, executed: bool) -> String {
        let mut out = Vec::new();
        write(response, executed, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn raw_text_is_copied_and_the_rest_is_escaped() {
        let mut raw = async_graphql::indexmap::IndexMap::new();
        raw.insert(
            async_graphql::Name::new(RAW_VALUE_TOKEN),
            Value::from("{\"n\":1.50,\"t\":\"字\"}"),
        );
        let mut data = value!({"b": [1, 2.5, true, null, "q\"\n字"], "e": {}});
        if let Value::Object(object) = &mut data {
            object.insert(async_graphql::Name::new("a"), Value::Object(raw));
        }
        assert_eq!(
            written(&Response::new(data), true),
            r#"{"data":{"b":[1,2.5,true,null,"q\"\n字"],"e":{},"a":{"n":1.50,"t":"字"}}}"#
        );
    }

    #[test]
    fn request_errors_have_no_data_and_every_error_a_code_and_an_id() {
        let metrics = Metrics::new().unwrap();
        let mut errors: Vec<ServerError> = (0..5_000)
            .map(|i| ServerError::new("x".repeat(i), Some(Pos { line: 0, column: 0 })))
            .collect();
        tidy(&mut errors, "r1", &metrics);
        assert_eq!(errors.len(), MAX_ERRORS + 1);
        let text = written(&Response::from_errors(errors), false);
        assert!(text.starts_with("{\"errors\":[") && !text.contains("\"data\""));
        assert!(!text.contains("locations"));
        assert!(text.contains("4990 more errors"));
        assert_eq!(text.matches("\"requestId\":\"r1\"").count(), 11);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");
    }

    #[test]
    fn a_foreign_error_is_hidden() {
        let metrics = Metrics::new().unwrap();
        let foreign = async_graphql::Error::from(std::io::Error::other("secret path"));
        let mut errors = vec![foreign.into_server_error(Pos::default())];
        tidy(&mut errors, "r1", &metrics);
        let text = written(&Response::from_errors(errors), true);
        assert!(text.contains("INTERNAL") && !text.contains("secret"));
    }
}
