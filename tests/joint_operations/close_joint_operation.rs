//! Closing joint operations: by a side, once every side entered.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Joint, joint::able};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(
    shuts_what_it_opened,
    is_refused,
    is_for_everybody_who_handles
);

const VERB: &str = "closeJointOperation";

async fn shuts_what_it_opened(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.with("keepsResults", json!(true))).await;
    let input = json!({ "operation": operation, "version": 3, "on": "2022-08-01" });
    let fields = "jointOperation { status endedOn grants { nodes { class closedOn } } availableActions { enabled } }";
    let answer = act(&joint.audit, VERB, fields, input).await;
    let kept = json!({ "class": "RESULT", "closedOn": null });
    let expected = json!({
        "status": "CLOSED", "endedOn": "2022-08-01", "availableActions": able(&[]),
        "grants": { "nodes": [{ "class": "INSPECTION", "closedOn": "2022-08-01" }, kept, kept] },
    });
    assert_eq!(
        *answer.data("/closeJointOperation/jointOperation"),
        expected
    );
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let input = json!({ "operation": operation, "version": 3, "on": "2022-08-01" });
    let days = ["2022-04-01", "2999-01-01"];
    joint
        .guards(&house, (VERB, joint.office()), input.clone(), &days)
        .await;
    let bar = ("NOT_A_PARTY", "input.operation");
    joint
        .barred(&house, (VERB, &joint.group()), input, bar)
        .await;
    joint.shared(&operation).await;
    let version = joint.desk().version(&operation, "JointOperation").await;
    let input = json!({ "operation": operation, "version": version, "on": "2022-08-01" });
    let bar = ("RESULTS_UNREPORTED", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
    let agreed = joint.agreed(joint.input()).await;
    let input = json!({ "operation": agreed, "version": 2, "on": "2022-08-01" });
    let bar = ("ENTRY_OF_ONE_SIDE_ONLY", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let input = json!({ "operation": joint.entered(joint.input()).await, "version": 3 });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
