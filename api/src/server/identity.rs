//! Who asks, from the one `Authorization` header or from `connection_init`.

use std::sync::Arc;

use actix_web::{
    HttpRequest,
    http::header::{AUTHORIZATION, HeaderMap},
};

use super::AppState;
use crate::{
    access::{policy::Action, viewer::Viewer},
    error::Result,
};

/// What the headers say about the token.
#[derive(Debug, PartialEq, Eq)]
pub enum Presented<'a> {
    Nothing,
    /// A header that holds no bearer token.
    Unusable,
    /// Two headers: which one a proxy looked at is anybody's guess.
    Twice,
    Token(&'a str),
}

/// The bearer token of the headers.
pub fn presented(headers: &HeaderMap) -> Presented<'_> {
    let mut values = headers.get_all(AUTHORIZATION);
    match (values.next(), values.next()) {
        (None, _) => Presented::Nothing,
        (Some(_), Some(_)) => Presented::Twice,
        (Some(value), None) => value
            .to_str()
            .ok()
            .and_then(bearer)
            .map_or(Presented::Unusable, Presented::Token),
    }
}

/// The token after the scheme, which may be spelt in any case.
pub fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.trim().split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && !token.contains(' '))
        .then_some(token)
}

/// The viewer whom `token` speaks for, without what is withheld where the client stands.
pub async fn viewer(
    state: &AppState,
    token: &str,
    withheld: &Arc<[Action]>,
) -> Result<Arc<Viewer>> {
    let viewer = state.viewers.of(token).await?;
    if withheld.is_empty() {
        return Ok(viewer);
    }
    Ok(Arc::new(Viewer {
        withheld: Arc::clone(withheld),
        ..Viewer::clone(&viewer)
    }))
}

/// What is withheld from whoever sent `request`, by where it comes from.
pub fn withheld(state: &AppState, request: &HttpRequest) -> Arc<[Action]> {
    let peer = request.peer_addr().map(|peer| peer.ip());
    let values: Vec<_> = request.headers().get_all("x-forwarded-for").collect();
    // What is no text was written by nobody who is trusted.
    let values = values
        .into_iter()
        .map(|value| value.to_str().unwrap_or("?"));
    state.zones.withheld(peer, values)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[test]
    fn one_bearer_token_and_nothing_else() {
        let mut headers = HeaderMap::new();
        assert_eq!(presented(&headers), Presented::Nothing);
        for (value, token) in [
            ("Bearer abc", Presented::Token("abc")),
            ("bEARER  abc ", Presented::Token("abc")),
            ("Bearer", Presented::Unusable),
            ("Bearer ", Presented::Unusable),
            ("Bearer a b", Presented::Unusable),
            ("Basic abc", Presented::Unusable),
            ("abc", Presented::Unusable),
        ] {
            headers.insert(AUTHORIZATION, HeaderValue::from_static(value));
            assert_eq!(presented(&headers), token, "{value}");
        }
        headers.append(AUTHORIZATION, HeaderValue::from_static("Bearer abc"));
        assert_eq!(presented(&headers), Presented::Twice);
    }
}
