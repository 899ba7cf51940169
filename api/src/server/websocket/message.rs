//! The messages of the protocol, and the codes by which a connection is closed.

use actix_ws::{CloseCode, CloseReason};
use async_graphql::{Request, Response, Variables};
use serde::Deserialize;

use crate::server::answer;

/// What a client may say.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromClient {
    ConnectionInit { payload: Option<serde_json::Value> },
    Ping {},
    Pong {},
    Subscribe { id: String, payload: Asked },
    Complete { id: String },
}

/// The operation that `subscribe` carries.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    query: String,
    operation_name: Option<String>,
    variables: Option<Variables>,
}

impl From<Asked> for Request {
    fn from(asked: Asked) -> Self {
        let mut request = Self::new(asked.query);
        request.operation_name = asked.operation_name.filter(|name| !name.is_empty());
        request.variables = asked.variables.unwrap_or_default();
        request
    }
}

/// The token in the payload of `connection_init`, under the header's name in either case.
pub fn token(payload: Option<&serde_json::Value>) -> Option<&str> {
    let payload = payload?;
    let value = payload
        .get("authorization")
        .or_else(|| payload.get("Authorization"))?;
    value.as_str()
}

/// A result of operation `id`.
pub fn next(id: &str, response: &Response) -> String {
    with_payload("next", id, |bytes| answer::write(response, true, bytes))
}

/// The operation `id` was refused before it ran; it is over.
pub fn error(id: &str, response: &Response) -> String {
    with_payload("error", id, |bytes| {
        answer::write_json(&response.errors, bytes);
    })
}

/// The operation `id` is over.
pub fn complete(id: &str) -> String {
    with_payload("complete", id, |_| {})
}

fn with_payload(kind: &str, id: &str, payload: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = b"{\"id\":".to_vec();
    answer::write_json(id, &mut bytes);
    bytes.extend_from_slice(b",\"type\":\"");
    bytes.extend_from_slice(kind.as_bytes());
    bytes.push(b'"');
    let bare = bytes.len();
    bytes.extend_from_slice(b",\"payload\":");
    let start = bytes.len();
    payload(&mut bytes);
    if bytes.len() == start {
        bytes.truncate(bare);
    }
    bytes.push(b'}');
    String::from_utf8(bytes).unwrap_or_default()
}

/// Why the service closes a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Close {
    BadMessage(&'static str),
    Unauthorized,
    Forbidden,
    Expired,
    Subprotocol,
    InitTimeout,
    SecondInit,
    IdInUse(String),
    TooLarge,
    TooSlow,
    Stopping,
    Unavailable,
}

impl Close {
    /// The close frame.
    pub fn reason(&self) -> CloseReason {
        let (code, text) = match self {
            Self::BadMessage(what) => (4400, (*what).to_owned()),
            Self::Unauthorized => (4401, "Unauthorized".to_owned()),
            Self::Forbidden => (4403, "Forbidden".to_owned()),
            Self::Expired => (4403, "Forbidden: the token has expired".to_owned()),
            Self::Subprotocol => (4406, "Subprotocol not acceptable".to_owned()),
            Self::InitTimeout => (4408, "Connection initialisation timeout".to_owned()),
            Self::IdInUse(id) => (4409, format!("Subscriber for {id} already exists")),
            Self::SecondInit => (4429, "Too many initialisation requests".to_owned()),
            Self::TooLarge => (1009, "Message too large".to_owned()),
            Self::TooSlow => (
                1008,
                "Too slow: nothing was taken for WS_SEND_TIMEOUT".to_owned(),
            ),
            Self::Stopping => (1001, "The service is stopping".to_owned()),
            Self::Unavailable => (1013, "Try again later".to_owned()),
        };
        CloseReason {
            code: CloseCode::from(code),
            description: Some(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::value;

    use super::*;

    #[test]
    fn messages_are_read_as_the_protocol_has_them() {
        let read = |text: &str| serde_json::from_str::<FromClient>(text);
        assert!(matches!(
            read(r#"{"type":"connection_init"}"#),
            Ok(FromClient::ConnectionInit { payload: None })
        ));
        assert!(matches!(
            read(r#"{"type":"ping","payload":{"a":1}}"#),
            Ok(FromClient::Ping {})
        ));
        assert!(matches!(
            read(r#"{"type":"complete","id":"1"}"#),
            Ok(FromClient::Complete { .. })
        ));
        let text = r#"{"id":"1","type":"subscribe","payload":{"query":"{a}","variables":null,"operationName":null,"extensions":{}}}"#;
        assert!(matches!(read(text), Ok(FromClient::Subscribe { .. })));
        for bad in [
            "{}",
            r#"{"type":"start"}"#,
            r#"{"type":"subscribe","payload":{"query":"{a}"}}"#,
            r#"{"type":"subscribe","id":1,"payload":{"query":"{a}"}}"#,
            r#"{"type":"subscribe","id":"1","payload":{}}"#,
            r#"{"type":"complete"}"#,
            "[]",
            "x",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_token_is_found_in_either_spelling() {
        for key in ["authorization", "Authorization"] {
            let payload = serde_json::json!({key: "Bearer x"});
            assert_eq!(token(Some(&payload)), Some("Bearer x"));
        }
        assert_eq!(token(Some(&serde_json::json!({"authorization": 1}))), None);
        assert_eq!(token(None), None);
    }

    #[test]
    fn answers_are_wrapped() {
        let response = Response::new(value!({"a": 1}));
        assert_eq!(
            next("1\"", &response),
            r#"{"id":"1\"","type":"next","payload":{"data":{"a":1}}}"#
        );
        assert_eq!(complete("1"), r#"{"id":"1","type":"complete"}"#);
        let refused = Response::from_errors(vec![async_graphql::ServerError::new("no", None)]);
        assert_eq!(
            error("1", &refused),
            r#"{"id":"1","type":"error","payload":[{"message":"no"}]}"#
        );
    }
}
