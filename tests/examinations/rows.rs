//! Rows of every noun of examinations in a place: for the proof that outsiders see none of them.

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use crate::{coverage::desk::act, support::place::Place};

/// An examination of the leadership team of an organization that is inspected.
pub async fn fill(place: &Place) {
    let department = place.person(Agency::Organization, Role::Admin);
    let inspections = department
        .ask("{ inspections(first: 1) { nodes { id } } }")
        .await;
    let inspection = inspections.text_at("/inspections/nodes/0/id");
    let input = json!({ "inspection": inspection, "result": "示例" });
    let fields = "politicalExamination { id }";
    act(&department, "recordPoliticalExamination", fields, input)
        .await
        .data("/recordPoliticalExamination");
}
