//! Audits: what the audit department plans and finds, which others see only through a joint operation, and where its plans and those of
//! inspection meet at the same organization.

mod index;

pub use index::AREA;

pub mod audit_finding;
pub mod audit_project;

pub mod finish_audit_project;
pub mod plan_audit_project;
pub mod record_audit_finding;
pub mod reschedule_audit_project;
pub mod withdraw_audit_project;

pub mod collisions;
pub mod gates;
pub mod project_life_cycle;
