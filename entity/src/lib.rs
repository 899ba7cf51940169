//! Rows: columns, relations and column enums. Knows nothing of GraphQL, HTTP or rights.

pub mod coverage;
pub mod journal;
pub mod organizations;
pub mod rules;
pub mod teams;
pub mod vocabulary;
