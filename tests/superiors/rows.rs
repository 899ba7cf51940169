//! Rows of every noun of the inspections of superiors in a place: for the proof that outsiders see none of them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use crate::{coverage::desk::act, support::place::Place};

/// An inspection that the superior announced, for which an organization is to deliver material.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let input = json!({ "superior": "省委", "name": "省委巡视", "kind": "ROUTINE", "startsOn": "2022-04-01", "on": "2022-03-20" });
    let fields = "superiorInspection { id }";
    let answer = act(&office, "recordSuperiorInspection", fields, input).await;
    let inspection = answer.text_at("/recordSuperiorInspection/superiorInspection/id");
    let owner = node_id::encode("Organization", place.objects[0].id);
    let input = json!({
        "inspection": inspection, "kind": "MATERIAL", "content": "台账", "owner": owner, "dueOn": "2022-04-20", "on": "2022-03-25",
    });
    act(&office, "assignSuperiorTask", "superiorTask { id }", input)
        .await
        .data("/assignSuperiorTask");
}
