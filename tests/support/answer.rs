//! What the service answered, and what a test expects of it.

use serde_json::Value;

/// An answer over HTTP.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub text: String,
    pub body: Value,
    query: String,
}

impl Answer {
    pub async fn read(query: &str, response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let text = response.text().await.expect("the answer is text");
        let body = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("the answer is JSON: {error}\n{text}"));
        Self {
            status,
            text,
            body,
            query: query.to_owned(),
        }
    }

    /// The data at a JSON pointer, of an answer without errors.
    #[track_caller]
    pub fn data(&self, pointer: &str) -> &Value {
        assert!(
            self.body.get("errors").is_none(),
            "an answer without errors\n{}\n→ {:#}",
            self.query,
            self.body
        );
        self.at(pointer)
    }

    /// The data at a JSON pointer, errors or not.
    #[track_caller]
    pub fn at(&self, pointer: &str) -> &Value {
        let data = self.body.get("data").and_then(|data| data.pointer(pointer));
        data.unwrap_or_else(|| panic!("data at {pointer}\n{}\n→ {:#}", self.query, self.body))
    }

    /// The text at a JSON pointer, such as an id.
    #[track_caller]
    pub fn text_at(&self, pointer: &str) -> String {
        let value = self.data(pointer);
        let text = value.as_str();
        text.unwrap_or_else(|| panic!("text at {pointer}, not {value}"))
            .to_owned()
    }

    /// The only error of the answer.
    #[track_caller]
    pub fn error(&self) -> Refusal<'_> {
        let errors = self.body["errors"].as_array();
        match errors.map(Vec::as_slice) {
            Some([error]) => Refusal { error },
            _ => panic!("one error\n{}\n→ {:#}", self.query, self.body),
        }
    }

    /// The only error has this code.
    #[track_caller]
    pub fn refused(&self, code: &str) -> Refusal<'_> {
        let refusal = self.error();
        assert_eq!(
            refusal.error["extensions"]["code"], code,
            "{:#}",
            refusal.error
        );
        refusal
    }
}

/// An error as the contract spells it.
#[derive(Clone, Copy, Debug)]
pub struct Refusal<'a> {
    pub error: &'a Value,
}

impl<'a> Refusal<'a> {
    /// The input that is to blame, such as `input.startsOn`.
    #[track_caller]
    pub fn of_field(self, field: &str) -> Self {
        assert_eq!(self.error["extensions"]["field"], field, "{:#}", self.error);
        self
    }

    /// The rule that stood in the way.
    #[track_caller]
    pub fn by_gate(self, gate: &str) -> Self {
        assert_eq!(self.error["extensions"]["gate"], gate, "{:#}", self.error);
        self
    }

    /// Where in the answer it happened: the response keys, joined by dots.
    #[track_caller]
    pub fn at_path(self, path: &str) -> Self {
        let parts = self.error["path"].as_array().cloned().unwrap_or_default();
        let parts: Vec<String> = parts
            .iter()
            .map(|part| {
                part.as_str()
                    .map_or_else(|| part.to_string(), str::to_owned)
            })
            .collect();
        assert_eq!(parts.join("."), path, "{:#}", self.error);
        self
    }

    pub fn message(self) -> &'a str {
        self.error["message"].as_str().unwrap_or_default()
    }
}
