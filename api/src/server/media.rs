//! Media types: what a body may be, and what the client wants back.

use actix_web::http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};

/// How the answer is dressed; the two differ in what a status code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/json`, for clients from before the specification.
    Json,
    /// `application/graphql-response+json`.
    GraphqlResponse,
    /// `text/csv`: a list as a table. What goes wrong is told as JSON.
    Csv,
}

impl Media {
    /// The value of `Content-Type` of an answer in JSON.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json | Self::Csv => "application/json; charset=utf-8",
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
        }
    }
}

/// What the client wants back; `None` when it wants what the service does not have.
pub fn wanted(headers: &HeaderMap) -> Option<Media> {
    let mut lines = headers.get_all(ACCEPT).peekable();
    if lines.peek().is_none() {
        return Some(Media::Json);
    }
    let mut best: Option<(u16, Media)> = None;
    for line in lines {
        for range in line.to_str().ok()?.split(',') {
            let Some((media, weight)) = range_of(range) else {
                continue;
            };
            if weight > 0 && best.is_none_or(|(before, _)| weight > before) {
                best = Some((weight, media));
            }
        }
    }
    best.map(|(_, media)| media)
}

/// Whether the client names event streams among what it takes; a wildcard does not mean them.
pub fn takes_events(headers: &HeaderMap) -> bool {
    let ranges = headers
        .get_all(ACCEPT)
        .filter_map(|line| line.to_str().ok());
    ranges.flat_map(|line| line.split(',')).any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("text/event-stream"));
        let refused = parts.any(|parameter| {
            let weight = parameter.strip_prefix("q=").map(str::parse::<f32>);
            weight.is_some_and(|weight| weight.map_or(true, |weight| weight <= 0.0))
        });
        named && !refused
    })
}

/// One media range with its weight, in which named types go before wildcards, JSON before tables, and the newer type before the older.
fn range_of(range: &str) -> Option<(Media, u16)> {
    let mut parts = range.split(';').map(str::trim);
    let kind = parts.next()?.to_ascii_lowercase();
    let (media, named) = match kind.as_str() {
        "application/graphql-response+json" => (Media::GraphqlResponse, 4),
        "application/json" => (Media::Json, 3),
        "text/csv" => (Media::Csv, 2),
        "*/*" | "application/*" => (Media::Json, 1),
        _ => return None,
    };
    let mut weight = 1_000.0_f32;
    for parameter in parts {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "q" => weight = value.trim().parse::<f32>().ok()?.clamp(0.0, 1.0) * 1_000.0,
            "charset" if !is_utf8(value) => return None,
            _ => {}
        }
    }
    if weight == 0.0 {
        return Some((media, 0));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 1000"
    )]
    let weight = weight as u16;
    Some((media, weight * 8 + named))
}

/// Whether the body says that it is JSON in UTF-8, not packed.
pub fn is_json(headers: &HeaderMap) -> bool {
    if headers.contains_key(CONTENT_ENCODING) {
        return false;
    }
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok()) else {
        return false;
    };
    let mut parts = kind.split(';').map(str::trim);
    let is_json = parts
        .next()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    is_json
        && parts.all(|parameter| match parameter.split_once('=') {
            Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => is_utf8(value),
            _ => true,
        })
}

fn is_utf8(charset: &str) -> bool {
    let charset = charset.trim().trim_matches('"');
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn headers(name: HeaderName, values: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name.clone(), HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn the_client_gets_what_it_weighs_most() {
        use Media::{Csv, GraphqlResponse, Json};
        for (accept, media) in [
            (vec![], Some(Json)),
            (vec!["*/*"], Some(Json)),
            (vec!["application/*;q=0.5"], Some(Json)),
            (
                vec!["application/graphql-response+json"],
                Some(GraphqlResponse),
            ),
            (
                vec!["application/json, application/graphql-response+json"],
                Some(GraphqlResponse),
            ),
            (
                vec!["application/graphql-response+json;q=0.8, application/json"],
                Some(Json),
            ),
            (
                vec!["application/graphql-response+json; charset=utf-8, */*;q=0.1"],
                Some(GraphqlResponse),
            ),
            (vec!["text/html", "application/json;q=0.9"], Some(Json)),
            (vec!["text/csv"], Some(Csv)),
            (vec!["text/csv, */*"], Some(Csv)),
            (vec!["text/csv, application/json"], Some(Json)),
            (vec!["text/csv, application/json;q=0.9"], Some(Csv)),
            (vec!["application/json;q=0"], None),
            (vec!["application/json;charset=latin1"], None),
            (vec!["text/html"], None),
        ] {
            assert_eq!(wanted(&headers(ACCEPT, &accept)), media, "{accept:?}");
        }
    }

    #[test]
    fn event_streams_are_taken_by_name() {
        for (accept, taken) in [
            ("text/event-stream", true),
            ("application/json, Text/Event-Stream;q=0.5", true),
            ("text/event-stream;q=0", false),
            ("text/*, */*", false),
        ] {
            let taken_here = takes_events(&headers(ACCEPT, &[accept]));
            assert_eq!(taken_here, taken, "{accept}");
        }
    }

    #[test]
    fn only_plain_json_is_read() {
        for (kind, good) in [
            ("application/json", true),
            ("Application/JSON; charset=UTF-8", true),
            ("application/json; charset=\"utf-8\"", true),
            ("application/json; charset=utf-16", false),
            ("text/plain", false),
            ("application/x-www-form-urlencoded", false),
            ("multipart/form-data; boundary=x", false),
            ("application/graphql", false),
        ] {
            assert_eq!(is_json(&headers(CONTENT_TYPE, &[kind])), good, "{kind}");
        }
        let mut packed = headers(CONTENT_TYPE, &["application/json"]);
        packed.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        assert!(!is_json(&packed));
        assert!(!is_json(&HeaderMap::new()));
    }
}
