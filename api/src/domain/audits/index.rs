//! What audits bring to the schema: their nouns and their verbs, one word each.

use super::{
    audit_finding, audit_project, finish_audit_project, plan_audit_project, record_audit_finding,
    reschedule_audit_project, withdraw_audit_project,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        audit_project::AuditProject::DEF,
        audit_finding::AuditFinding::DEF,
    ],
    verbs: &[
        &plan_audit_project::VERB,
        &reschedule_audit_project::VERB,
        &record_audit_finding::VERB,
        &finish_audit_project::VERB,
        &withdraw_audit_project::VERB,
    ],
    queries: &[],
};
