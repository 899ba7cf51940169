//! Rows of every noun of coordination in a place: for the proof that outsiders see none of them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use crate::{coverage::desk::act, meetings::body, support::place::Place};

/// A mechanism with the discipline department, a request by it that was answered in part and reminded of, and
/// something shared; a visit to the superior.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
    let rule = office.ask(rules).await.text_at("/ruleDocuments/nodes/0/id");
    let partner = body(place, "DISCIPLINE").await;
    let input = json!({ "name": "协作机制", "partners": [partner], "rule": rule, "duties": [{ "field": "SITUATION" }], "on": "2022-03-01" });
    let fields = "coordinationMechanism { id }";
    let answer = act(&office, "proposeMechanism", fields, input).await;
    let mechanism = answer.text_at("/proposeMechanism/coordinationMechanism/id");
    let secretary = place.person(Agency::Dispatcher, Role::Admin);
    let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
    act(&secretary, "establishMechanism", fields, input)
        .await
        .data("/establishMechanism");
    let object = node_id::encode("Organization", place.objects[0].id);
    let input = json!({
        "mechanism": mechanism, "receiver": partner, "kind": "SITUATION", "class": "INTERNAL", "title": "了解情况",
        "content": "请提供情况", "objects": [object], "on": "2022-04-01",
    });
    let fields = "coordinationRequest { id }";
    let answer = act(&office, "sendCoordinationRequest", fields, input).await;
    let request = answer.text_at("/sendCoordinationRequest/coordinationRequest/id");
    let input = json!({ "request": request, "content": "请尽快答复", "on": "2022-04-02" });
    act(&office, "remindOfCoordinationRequest", fields, input)
        .await
        .data("/remindOfCoordinationRequest");
    let discipline = place.person(Agency::Discipline, Role::Admin);
    for (verb, version) in [
        ("receiveCoordinationRequest", 1),
        ("acceptCoordinationRequest", 2),
    ] {
        let input = json!({ "request": request, "version": version, "on": "2022-04-06" });
        act(&discipline, verb, fields, input)
            .await
            .data(&format!("/{verb}"));
    }
    let input = json!({ "request": request, "version": 3, "content": "情况", "class": "INTERNAL", "organization": object, "on": "2022-04-07" });
    let verb = "replyPartlyToCoordinationRequest";
    act(&discipline, verb, fields, input)
        .await
        .data("/replyPartlyToCoordinationRequest");
    let input = json!({ "mechanism": mechanism, "receiver": partner, "kind": "RESULT", "class": "INTERNAL", "content": "检查结果", "on": "2022-04-01" });
    act(&office, "shareItem", "sharedItem { id }", input)
        .await
        .data("/shareItem");
    let input = json!({ "superior": "上级巡视办", "topics": "工作进展", "on": "2022-04-01" });
    act(&office, "recordUpwardVisit", "upwardVisit { id }", input)
        .await
        .data("/recordUpwardVisit");
    let lead = body(place, "OFFICE").await;
    let input = json!({ "task": "进驻保障", "lead": lead, "partners": [partner], "startsOn": "2022-03-01" });
    act(
        &office,
        "assignResponsibility",
        "responsibility { id }",
        input,
    )
    .await
    .data("/assignResponsibility");
}
