//! Rows of every noun of coordination in a place: for the proof that outsiders see none of them.

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use crate::{coverage::desk::act, meetings::body, support::place::Place};

/// A mechanism with the discipline department.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
    let rule = office.ask(rules).await.text_at("/ruleDocuments/nodes/0/id");
    let partner = body(place, "DISCIPLINE").await;
    let input = json!({ "name": "协作机制", "partners": [partner], "rule": rule, "duties": [{ "field": "SITUATION" }], "on": "2022-03-01" });
    let fields = "coordinationMechanism { id }";
    act(&office, "proposeMechanism", fields, input)
        .await
        .data("/proposeMechanism");
}
