//! Rows of every noun of audits in a place: for the proof that outsiders see none of them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use crate::{coverage::desk::act, support::place::Place};

/// An audit with a finding.
pub async fn fill(place: &Place) {
    let audit = place.person(Agency::Audit, Role::Admin);
    let object = node_id::encode("Organization", place.objects[0].id);
    let input = json!({
        "organization": object, "name": "专项资金审计", "topic": "专项资金", "startsOn": "2022-05-01", "endsOn": "2022-06-30", "on": "2022-01-10",
    });
    let answer = act(&audit, "planAuditProject", "auditProject { id }", input).await;
    let project = answer.text_at("/planAuditProject/auditProject/id");
    let input = json!({ "project": project, "category": "专项资金", "basis": "预算法", "description": "挪用", "on": "2022-06-01" });
    act(&audit, "recordAuditFinding", "auditFinding { id }", input)
        .await
        .data("/recordAuditFinding");
}
