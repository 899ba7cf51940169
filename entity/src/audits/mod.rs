//! What the audit department owns: its projects, and what it found in them.

pub mod audit_finding;
pub mod audit_project;
