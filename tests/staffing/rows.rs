//! Rows of every noun of staffing in a place that has a round: for the proof that outsiders see none of them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use crate::{coverage::desk::act, support::place::Place};

/// What a unit is to nominate, and somebody at a superior.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let query = "{ rounds(first: 1) { nodes { id } } people(first: 1) { nodes { id } } }";
    let answer = office.ask(query).await;
    let unit = node_id::encode("Organization", place.objects[0].id);
    let input = json!({
        "homeOrganization": unit, "round": answer.text_at("/rounds/nodes/0/id"), "number": 2, "dueOn": "2022-03-01",
    });
    let fields = "secondmentQuota { id }";
    act(&office, "setSecondmentQuota", fields, input)
        .await
        .data("/setSecondmentQuota");
    let input = json!({
        "person": answer.text_at("/people/nodes/0/id"), "superior": "中央巡视组", "operation": "第一轮巡视", "startsOn": "2022-03-01",
    });
    let fields = "outgoingSecondment { id }";
    act(&office, "sendToSuperior", fields, input)
        .await
        .data("/sendToSuperior");
}
