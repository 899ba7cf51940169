//! The name by which client, answer and log speak of the same request.

use actix_web::http::header::{HeaderMap, HeaderName};
use uuid::Uuid;

/// The header, in both directions.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The client's id when it is one that may stand in a log, otherwise a new one.
pub fn of(headers: &HeaderMap) -> String {
    headers
        .get(&X_REQUEST_ID)
        .and_then(|value| value.to_str().ok())
        .filter(|id| is_plain(id))
        .map_or_else(|| Uuid::now_v7().to_string(), str::to_owned)
}

fn is_plain(id: &str) -> bool {
    (1..=100).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':'))
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn an_id_cannot_carry_anything_into_a_log() {
        assert!(is_plain("0192-aB.c:d_e"));
        assert!(
            !is_plain("") && !is_plain("a b") && !is_plain("字") && !is_plain(&"a".repeat(101))
        );
    }
}
