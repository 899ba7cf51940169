//! The common plan of work: steps of the sides, numbered, within the period of the operation.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Joint;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(adds_to_the_plan, is_refused, is_for_everybody_who_handles);

const VERB: &str = "planJointStep";

fn input(joint: &Joint, operation: &str) -> Value {
    json!({
        "operation": operation, "content": "共同核查专项资金", "owner": joint.audit_body, "dueOn": "2022-05-31", "on": "2022-04-03",
    })
}

async fn adds_to_the_plan(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.input()).await;
    let fields = "jointStep { ordinal content owner { code } status plannedOn dueOn doneOn outcome version operation { version steps { totalCount } } \
        availableActions { enabled } }";
    let answer = act(joint.office(), VERB, fields, input(&joint, &operation)).await;
    let expected = json!({
        "ordinal": 1, "content": "共同核查专项资金", "owner": { "code": "A-AUDIT" }, "status": "OPEN", "plannedOn": "2022-04-03",
        "dueOn": "2022-05-31", "doneOn": null, "outcome": null, "version": 1, "operation": { "version": 3, "steps": { "totalCount": 1 } },
        "availableActions": [{ "enabled": false }],
    });
    assert_eq!(*answer.data("/planJointStep/jointStep"), expected);
    let mut own = input(&joint, &operation);
    own["owner"] = json!(null);
    let fields = "jointStep { ordinal owner { code } availableActions { enabled } }";
    let answer = act(&joint.audit, VERB, fields, own).await;
    let expected = json!({ "ordinal": 2, "owner": { "code": "A-AUDIT" }, "availableActions": [{ "enabled": true }] });
    assert_eq!(*answer.data("/planJointStep/jointStep"), expected);
    let query = "{ jointSteps { totalCount } }";
    for (person, seen) in [
        (joint.office(), 2),
        (&joint.group(), 2),
        (&joint.discipline, 0),
    ] {
        let answer = person.ask(query).await;
        assert_eq!(*answer.data("/jointSteps/totalCount"), seen);
    }
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.input()).await;
    let days = ["2022-03-20", "2999-01-01"];
    joint
        .guards(
            &house,
            (VERB, &joint.audit),
            input(&joint, &operation),
            &days,
        )
        .await;
    for (field, value) in [
        ("dueOn", json!("2022-03-31")),
        ("dueOn", json!("2037-01-01")),
    ] {
        let mut input = input(&joint, &operation);
        input[field] = value;
        let answer = refused(&house, joint.office(), VERB, "clientMutationId", input).await;
        answer.refused("BAD_USER_INPUT").of_field("input.dueOn");
    }
    let mut others = input(&joint, &operation);
    others["owner"] = json!(joint.discipline_body);
    let bar = ("NOT_A_PARTY", "input.owner");
    joint
        .barred(&house, (VERB, joint.office()), others, bar)
        .await;
    let bar = ("NOT_A_PARTY", "input.operation");
    let by_group = input(&joint, &operation);
    joint
        .barred(&house, (VERB, &joint.group()), by_group, bar)
        .await;
    let early = joint.requested(joint.input()).await;
    let bar = ("WRONG_STATE", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input(&joint, &early), bar)
        .await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let input = input(&joint, &operation);
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
