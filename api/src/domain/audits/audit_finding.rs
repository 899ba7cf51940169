//! What an audit found.

use inspectorate_macros::Noun;

use super::audit_project::AuditProject;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::joint_operations::joint_result::amounts,
    graphql::scalars::{Date, Decimal},
    read::{One, noun::Noun as _},
};

/// What an audit found (审计发现). Whoever sees the project sees its findings: the body that audits, and a side of a joint operation while
/// that opens them.
#[derive(Noun)]
#[noun(table = "audit_finding", plural = "auditFindings", reads = ReadAudits, visible = visible_to, order(-found_on, ordinal))]
pub struct AuditFinding {
    /// The audit (审计项目).
    #[noun(one = "project_id", filter)]
    pub project: One<AuditProject>,
    /// Its number in the audit, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What kind of problem it is, in the words of the audit body (问题类别).
    #[noun(filter, order)]
    pub category: String,
    /// The rule that is broken (定性依据).
    #[noun(filter, order)]
    pub basis: String,
    /// What was found (问题描述).
    pub description: String,
    /// How grave it is, in the words of the audit body; null when it is not graded (严重程度).
    #[noun(filter, order)]
    pub severity: Option<String>,
    /// The money that it is about, in yuan; null when it is about none (涉及金额).
    #[noun(computed = amounts, needs(amount_cents: i64))]
    pub amount: Option<Decimal>,
    /// When it was found (发现日期).
    #[noun(filter, order)]
    pub found_on: Date,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("project_id", || AuditProject::DEF)
}
