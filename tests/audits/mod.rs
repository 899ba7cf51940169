//! Audits: what the audit department plans and finds, kept from others until an operation opens it, and where plans collide.

mod collisions;
mod finish_audit_project;
mod plan;
mod plan_audit_project;
mod record_audit_finding;
mod reschedule_audit_project;
pub mod rows;
mod withdraw_audit_project;

pub use plan::Plan;
