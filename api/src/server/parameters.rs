//! The parameters of a GraphQL request, from a JSON body or from the address.

use async_graphql::{Request, Variables};
use serde::Deserialize;
use serde_json::error::Category;

/// Why the parameters cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON, or not UTF-8.
    Json,
    /// JSON, but not of the shape of a request.
    Shape,
    /// An array of requests, longer than the limit given.
    Batch(usize),
}

/// One request or, where batches are allowed, several.
#[derive(Debug)]
pub enum Asked {
    One(Box<Request>),
    Many(Vec<Request>),
}

/// The keys of a request; unknown ones are left alone, `null` means absent.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parameters {
    query: Option<String>,
    operation_name: Option<String>,
    variables: Option<Variables>,
    #[serde(rename = "extensions")]
    _extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

impl Parameters {
    fn request(self) -> Result<Request, Unreadable> {
        let mut request = Request::new(self.query.ok_or(Unreadable::Shape)?);
        // Clients send an empty name for "none".
        request.operation_name = self.operation_name.filter(|name| !name.is_empty());
        request.variables = self.variables.unwrap_or_default();
        Ok(request)
    }
}

/// Read a JSON body; at most `max_batch` requests, more than one only where that is more than one.
pub fn from_body(body: &[u8], max_batch: usize) -> Result<Asked, Unreadable> {
    let is_array = body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[');
    if !is_array {
        return from_json::<Parameters>(body)?
            .request()
            .map(Box::new)
            .map(Asked::One);
    }
    if max_batch < 2 {
        return Err(Unreadable::Batch(max_batch));
    }
    let requests = from_json::<Vec<Parameters>>(body)?;
    if requests.len() > max_batch {
        return Err(Unreadable::Batch(max_batch));
    }
    if requests.is_empty() {
        return Err(Unreadable::Shape);
    }
    let requests: Result<Vec<_>, _> = requests.into_iter().map(Parameters::request).collect();
    requests.map(Asked::Many)
}

/// Read the parameters of a GET from its query string.
pub fn from_address(query: &str) -> Result<Request, Unreadable> {
    let pairs = actix_web::web::Query::<Vec<(String, String)>>::from_query(query)
        .map_err(|_| Unreadable::Shape)?
        .into_inner();
    let text = |name: &str| {
        let mut values = pairs.iter().filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (Some((_, value)), None) => Ok(Some(value.as_str()).filter(|value| !value.is_empty())),
            (None, _) => Ok(None),
            (Some(_), Some(_)) => Err(Unreadable::Shape),
        }
    };
    let parameters = Parameters {
        query: text("query")?.map(str::to_owned),
        operation_name: text("operationName")?.map(str::to_owned),
        variables: json_text(text("variables")?)?,
        _extensions: json_text(text("extensions")?)?,
    };
    parameters.request()
}

fn json_text<T: for<'de> Deserialize<'de>>(text: Option<&str>) -> Result<Option<T>, Unreadable> {
    match text {
        None => Ok(None),
        Some(text) => from_json(text.as_bytes()),
    }
}

fn from_json<T: for<'de> Deserialize<'de>>(text: &[u8]) -> Result<T, Unreadable> {
    serde_json::from_slice(text).map_err(|error| match error.classify() {
        Category::Data => Unreadable::Shape,
        Category::Io | Category::Syntax | Category::Eof => Unreadable::Json,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(body: &str) -> Result<Request, Unreadable> {
        match from_body(body.as_bytes(), 1)? {
            Asked::One(request) => Ok(*request),
            Asked::Many(_) => panic!("a batch"),
        }
    }

    #[test]
    fn null_is_absent_and_unknown_keys_are_left_alone() {
        let request =
            one(r#"{"query":"{a}","operationName":null,"variables":null,"extensions":null,"x":1}"#)
                .unwrap();
        assert!(request.operation_name.is_none() && request.variables.is_empty());
        assert!(
            one(r#"{"query":"{a}","operationName":""}"#)
                .unwrap()
                .operation_name
                .is_none()
        );
    }

    #[test]
    fn wrong_shapes_are_told_from_broken_json() {
        for body in [
            "{}",
            r#"{"qeury":"{a}"}"#,
            r#"{"query":7}"#,
            r#"{"query":"{a}","variables":[7]}"#,
            r#"{"query":"{a}","variables":"x"}"#,
            r#"{"query":"{a}","operationName":{}}"#,
            r#"{"query":"{a}","extensions":[]}"#,
            "null",
            "7",
        ] {
            assert_eq!(one(body).unwrap_err(), Unreadable::Shape, "{body}");
        }
        for body in ["", "{", "{\"query\":", "query", "{\"query\":\"\u{1}\"}"] {
            assert_eq!(one(body).unwrap_err(), Unreadable::Json, "{body}");
        }
        let deep = format!(
            "{{\"query\":\"{{a}}\",\"variables\":{}",
            "{\"a\":".repeat(10_000)
        );
        assert_eq!(one(&deep).unwrap_err(), Unreadable::Json);
    }

    #[test]
    fn batches_need_a_setting_and_end_at_it() {
        let two = br#"[{"query":"{a}"},{"query":"{b}"}]"#;
        assert_eq!(from_body(two, 1).unwrap_err(), Unreadable::Batch(1));
        assert!(matches!(from_body(two, 2), Ok(Asked::Many(all)) if all.len() == 2));
        assert_eq!(
            from_body(
                b"[{\"query\":\"a\"},{\"query\":\"a\"},{\"query\":\"a\"}]",
                2
            )
            .unwrap_err(),
            Unreadable::Batch(2)
        );
        assert_eq!(from_body(b" []", 2).unwrap_err(), Unreadable::Shape);
    }

    #[test]
    fn the_address_carries_the_same() {
        let request =
            from_address("query=%7Ba%7D&variables=%7B%22x%22%3A1%7D&operationName=Q&z=1").unwrap();
        assert_eq!(
            (request.query.as_str(), request.operation_name.as_deref()),
            ("{a}", Some("Q"))
        );
        assert_eq!(request.variables.len(), 1);
        assert!(
            from_address("query=%7Ba%7D&variables=&operationName=")
                .unwrap()
                .variables
                .is_empty()
        );
        assert_eq!(
            from_address("query=%7Ba%7D&variables=%7B").unwrap_err(),
            Unreadable::Json
        );
        assert_eq!(
            from_address("query=%7Ba%7D&variables=7").unwrap_err(),
            Unreadable::Shape
        );
        assert_eq!(
            from_address("query=a&query=b").unwrap_err(),
            Unreadable::Shape
        );
        assert_eq!(from_address("").unwrap_err(), Unreadable::Shape);
    }
}
