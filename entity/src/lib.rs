//! Rows: columns, relations and column enums. Knows nothing of GraphQL, HTTP or rights.

pub mod audits;
pub mod coordination;
pub mod coverage;
pub mod documents;
pub mod examinations;
pub mod guidance;
pub mod inspections;
pub mod joint_operations;
pub mod journal;
pub mod meetings;
pub mod organizations;
pub mod plans;
pub mod processes;
pub mod rules;
pub mod staffing;
pub mod superiors;
pub mod teams;
pub mod vocabulary;
pub mod webhooks;
