//! Rows of every noun of joint operations in a place: for the proof that outsiders see none of them.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use crate::{coverage::desk::act, meetings::body, support::place::Place};

/// An operation of office and audit that both entered, with a step of the common plan, something referred, and a result.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
    let rule = office.ask(rules).await.text_at("/ruleDocuments/nodes/0/id");
    let audit = body(place, "AUDIT").await;
    let input = json!({ "name": "联动机制", "partners": [audit], "rule": rule, "duties": [{ "field": "SITUATION" }], "on": "2022-03-01" });
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
        "mechanism": mechanism, "mode": "SIMULTANEOUS", "name": "联动监督", "startsOn": "2022-04-01", "endsOn": "2036-12-31",
        "objects": [object], "role": "LEAD", "reads": ["RESULT"], "on": "2022-03-20",
        "partners": [{ "body": audit, "agency": "AUDIT", "role": "PARTICIPANT", "reads": ["INSPECTION", "RESULT"] }],
    });
    let fields = "jointOperation { id }";
    let answer = act(&office, "requestJointOperation", fields, input).await;
    let operation = answer.text_at("/requestJointOperation/jointOperation/id");
    let audit = place.person(Agency::Audit, Role::Admin);
    for (person, verb, on) in [
        (&audit, "agreeToJointOperation", "2022-03-21"),
        (&audit, "enterJointOperation", "2022-04-02"),
        (&office, "enterJointOperation", "2022-04-02"),
    ] {
        let input = json!({ "operation": operation, "on": on });
        act(person, verb, fields, input)
            .await
            .data(&format!("/{verb}"));
    }
    let input = json!({
        "operation": operation, "organization": object, "category": "专项资金", "basis": "预算法", "description": "挪用", "on": "2022-04-20",
    });
    let step = json!({ "operation": operation, "content": "共同核查", "dueOn": "2022-05-31" });
    act(&office, "planJointStep", "jointStep { id }", step)
        .await
        .data("/planJointStep");
    let office = body(place, "OFFICE").await;
    let matter = json!({ "operation": operation, "receiver": office, "kind": "PROBLEM", "title": "资金问题", "content": "请核查" });
    act(&audit, "referJointMatter", "jointReferral { id }", matter)
        .await
        .data("/referJointMatter");
    act(&audit, "shareJointResult", "jointResult { id }", input)
        .await
        .data("/shareJointResult");
}
