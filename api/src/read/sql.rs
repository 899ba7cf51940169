//! Statement text with bound values, the same calls for both databases.
//!
//! Lists are bound as one value (`= ANY($1)` or `json_each`), so that a statement of one shape has one text however many keys
//! it carries, and stays prepared.

use std::fmt::Write;

use sea_orm::{DatabaseBackend, Statement, Value};
use uuid::Uuid;

/// A statement being written.
#[derive(Debug)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
    backend: DatabaseBackend,
    aliases: usize,
}

impl Sql {
    /// An empty statement for `backend`.
    pub fn new(backend: DatabaseBackend) -> Self {
        Self {
            text: String::with_capacity(512),
            values: Vec::with_capacity(8),
            backend,
            aliases: 0,
        }
    }

    /// Whether the text is for PostgreSQL (else SQLite).
    pub fn is_postgres(&self) -> bool {
        self.backend == DatabaseBackend::Postgres
    }

    /// Text that the program wrote itself; never a client's.
    pub fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// `alias.column`, quoted.
    pub fn column(&mut self, alias: &str, column: &str) -> &mut Self {
        self.text.push_str(alias);
        self.text.push_str(".\"");
        self.text.push_str(column);
        self.text.push('"');
        self
    }

    /// A whole number that the program computed.
    pub fn number(&mut self, number: usize) -> &mut Self {
        let _ = write!(self.text, "{number}");
        self
    }

    /// A bound value.
    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        if self.is_postgres() {
            let _ = write!(self.text, "${}", self.values.len());
        } else {
            self.text.push('?');
        }
        self
    }

    /// ` = ` any of `ids`, as one bound value.
    pub fn in_ids(&mut self, ids: &[Uuid]) -> &mut Self {
        // PostgreSQL plans a lookup by one id once, and a lookup by a list anew each time.
        if let [id] = ids {
            return self.push(" = ").bind(*id);
        }
        if self.is_postgres() {
            self.push(" = ANY(").bind(ids.to_vec()).push(")")
        } else {
            self.push(" IN (SELECT unhex(value) FROM json_each(")
                .bind(json_list(ids.iter().map(|id| id.simple().to_string())))
                .push("))")
        }
    }

    /// ` = ` any of `texts`, as one bound value.
    pub fn in_texts(&mut self, texts: Vec<String>) -> &mut Self {
        if self.is_postgres() {
            self.push(" = ANY(").bind(texts).push(")")
        } else {
            self.push(" IN (SELECT value FROM json_each(")
                .bind(json_list(texts))
                .push("))")
        }
    }

    /// Whether `alias.column` holds `part`: ASCII letters in either case, everything else byte for byte, on both databases.
    pub fn contains(&mut self, alias: &str, column: &str, part: &str) -> &mut Self {
        let part = part.to_ascii_lowercase();
        if self.is_postgres() {
            self.push("strpos(lower(")
                .column(alias, column)
                .push(" COLLATE \"C\"), ")
                .bind(part)
                .push(") > 0")
        } else {
            self.push("instr(lower(")
                .column(alias, column)
                .push("), ")
                .bind(part)
                .push(") > 0")
        }
    }

    /// A fresh table alias for a subquery.
    pub fn alias(&mut self) -> String {
        self.aliases += 1;
        format!("s{}", self.aliases)
    }

    /// The finished statement.
    pub fn finish(self) -> Statement {
        Statement::from_sql_and_values(self.backend, self.text, self.values)
    }
}

fn json_list(texts: impl IntoIterator<Item = String>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}
