//! What one side of a joint operation found, shared with the others.

use inspectorate_macros::Noun;
use rust_decimal::Decimal as Exact;

use super::joint_operation::JointOperation;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{audits::audit_finding::AuditFinding, organizations::organization::Organization},
    error::Result,
    graphql::scalars::{Date, Decimal},
    read::{Batch, One},
};

/// What one side of a joint operation found, shared with the others (共享成果). Who found it sees it always; another side while the agreement
/// opens results to it; nobody else.
#[derive(Noun)]
#[noun(table = "joint_result", plural = "jointResults", reads = ReadJointOperations, visible = visible_to, order(-shared_on))]
pub struct JointResult {
    /// The operation (联动监督).
    #[noun(one = "operation_id", filter)]
    pub operation: One<JointOperation>,
    /// Who found it; null when the viewer may not see it, as one above the viewer's own place (发现单位).
    #[noun(one = "finder_id", filter)]
    pub finder: One<Organization>,
    /// The one side in whose figures it counts; null when the viewer may not see it, as one above the viewer's own place (计数单位).
    #[noun(one = "counter_id", filter)]
    pub counter: One<Organization>,
    /// The organization that it is about (涉及单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// What kind of problem it is, in the words of who found it (问题类别).
    #[noun(filter, order)]
    pub category: String,
    /// The rule that is broken (定性依据).
    #[noun(filter, order)]
    pub basis: String,
    /// What was found (问题描述).
    pub description: String,
    /// How grave it is, in the words of who found it; null when it is not graded (严重程度).
    #[noun(filter, order)]
    pub severity: Option<String>,
    /// The money that it is about, in yuan; null when it is about none (涉及金额).
    #[noun(computed = amounts, needs(amount_cents: i64))]
    pub amount: Option<Decimal>,
    /// Evidence of other sides that it rests on; null when it rests on none (所用他方证据).
    pub evidence_reused: Option<String>,
    /// SHA-256 of the file that holds the evidence; null when none is named (证据文件校验值).
    pub sha256: Option<String>,
    /// The finding of an audit that it is, with what hangs on it; null when it is none, and when the viewer may not see that (审计发现).
    #[noun(one = "audit_finding_id", filter)]
    pub audit_finding: One<AuditFinding>,
    /// When it was shared (共享日期).
    #[noun(filter, order)]
    pub shared_on: Date,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Is("finder_id", viewer.organization_id),
        Visible::Granted {
            class: "RESULT",
            same: &["operation_id", "organization_id"],
            window: None,
        },
    ])
}

/// The amounts in yuan.
pub async fn amounts(batch: &Batch<'_>) -> Result<Vec<Option<Decimal>>> {
    let yuan = |row| {
        let cents = batch.integer(row, "amount_cents")?;
        Some(Decimal(Exact::new(cents, 2).normalize()))
    };
    Ok((0..batch.len()).map(yuan).collect())
}
