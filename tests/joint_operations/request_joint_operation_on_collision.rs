//! Collisions turned into requests for joint operations: by either side, in the days that both claim, with the other agency.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Joint;
use crate::{
    audits::Plan,
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    either_side_asks_the_other,
    is_refused,
    is_for_everybody_who_handles
);

const VERB: &str = "requestJointOperationOnCollision";

/// A mechanism of office and audit; where discipline is party too it has not two that audit.
fn input(joint: &Joint) -> Value {
    json!({
        "organization": joint.desk().organization(0), "mechanism": joint.mechanism, "mode": "SIMULTANEOUS", "name": "冲突转联动",
        "on": "2022-04-10",
    })
}

async fn either_side_asks_the_other(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let (joint, camp) = (&plan.joint, &plan.joint.camp);
    let project = plan.planned().await;
    let inspection = camp.propose(json!({})).await;
    camp.approve_round().await;
    camp.carry(&inspection, "approveInspection").await;
    let fields = "jointOperation { status startsOn endsOn objects { nodes { organization { code } } } \
        parties { nodes { agency role } } grants { nodes { class receiver { code } } } }";
    let grant =
        |class: &str, receiver: &str| json!({ "class": class, "receiver": { "code": receiver } });
    let opened = |answer: &Value| -> Vec<String> {
        let nodes = answer["grants"]["nodes"].as_array().expect("a list");
        let mut grants: Vec<String> = nodes.iter().map(Value::to_string).collect();
        grants.sort();
        grants
    };
    for (person, own, lead) in [
        (joint.office(), ("round", camp.round.as_str()), "OFFICE"),
        (plan.audit(), ("project", project.as_str()), "AUDIT"),
    ] {
        let mut input = input(joint);
        input[own.0] = json!(own.1);
        let answer = act(person, VERB, fields, input).await;
        let made = answer.data("/requestJointOperationOnCollision/jointOperation");
        assert_eq!(made["status"], "REQUESTED");
        assert_eq!(
            (&made["startsOn"], &made["endsOn"]),
            (&json!("2022-05-01"), &json!("2022-05-31"))
        );
        let scope = json!({ "nodes": [{ "organization": { "code": "A-OBJECT-1" } }] });
        assert_eq!(made["objects"], scope);
        let parties = made["parties"]["nodes"].as_array().expect("a list");
        assert_eq!(parties.len(), 2);
        let leads: Vec<_> = parties
            .iter()
            .filter(|party| party["role"] == "LEAD")
            .collect();
        assert_eq!(leads, [&json!({ "agency": lead, "role": "LEAD" })]);
        let mut expected: Vec<String> = [
            grant("AUDIT", "A-OFFICE"),
            grant("INSPECTION", "A-AUDIT"),
            grant("RESULT", "A-OFFICE"),
            grant("RESULT", "A-AUDIT"),
        ]
        .iter()
        .map(Value::to_string)
        .collect();
        expected.sort();
        assert_eq!(opened(made), expected);
    }
}

async fn is_refused(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let (joint, camp) = (&plan.joint, &plan.joint.camp);
    let project = plan.planned().await;
    let with = |field: &str, value: &str| {
        let mut input = input(joint);
        input[field] = json!(value);
        input
    };
    // Nothing of inspection is approved there, and audit learns of nothing else.
    let bar = ("NO_COLLISION", "input.organization");
    camp.propose(json!({})).await;
    let by_audit = with("project", &project);
    joint
        .barred(&house, (VERB, plan.audit()), by_audit, bar)
        .await;
    let mut elsewhere = with("round", &camp.round);
    elsewhere["organization"] = json!(joint.desk().organization(1));
    joint
        .barred(&house, (VERB, joint.office()), elsewhere, bar)
        .await;
    for (person, input) in [
        (joint.office(), input(joint)),
        (plan.audit(), with("round", &camp.round)),
    ] {
        let answer = refused(&house, person, VERB, "clientMutationId", input).await;
        answer.refused("BAD_USER_INPUT").of_field("input.round");
    }
    let unseen = with("project", &project);
    let answer = refused(&house, joint.office(), VERB, "clientMutationId", unseen).await;
    answer.refused("NOT_FOUND").of_field("input.project");
    let mut early = with("round", &camp.round);
    early["on"] = json!("2022-03-09");
    let bar = ("MECHANISM_NOT_IN_FORCE", "input.mechanism");
    joint
        .barred(&house, (VERB, joint.office()), early, bar)
        .await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let mut input = input(&joint);
    input["round"] = json!(joint.camp.round);
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
