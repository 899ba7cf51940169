//! Rows: columns, relations and column enums. Knows nothing of GraphQL, HTTP or rights.

pub mod coordination;
pub mod coverage;
pub mod guidance;
pub mod inspections;
pub mod journal;
pub mod meetings;
pub mod organizations;
pub mod plans;
pub mod processes;
pub mod rules;
pub mod teams;
pub mod vocabulary;
