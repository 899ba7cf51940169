//! Not agreeing to joint operations: by a side that was asked; nothing is opened.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Joint;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(ends_it, is_refused, is_for_everybody_who_approves);

const VERB: &str = "declineJointOperation";

async fn ends_it(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.requested(joint.input()).await;
    let input =
        json!({ "operation": operation, "version": 1, "reason": "力量不足", "on": "2022-03-21" });
    let fields =
        "jointOperation { status endedOn endReason grants { nodes { openedOn closedOn } } }";
    let answer = act(&joint.audit, VERB, fields, input).await;
    let shut = json!({ "openedOn": null, "closedOn": "2022-03-21" });
    let expected = json!({ "status": "DECLINED", "endedOn": "2022-03-21", "endReason": "力量不足", "grants": { "nodes": [shut, shut, shut] } });
    assert_eq!(
        *answer.data("/declineJointOperation/jointOperation"),
        expected
    );
    let owed = joint.audit.ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.requested(joint.input()).await;
    let input =
        json!({ "operation": operation, "version": 1, "reason": "力量不足", "on": "2022-03-21" });
    let days = ["2022-03-19", "2999-01-01"];
    joint
        .guards(&house, (VERB, &joint.audit), input.clone(), &days)
        .await;
    let bar = ("NOT_ASKED_TO_AGREE", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
    let agreed = joint.agreed(joint.input()).await;
    let input = json!({ "operation": agreed, "version": 2, "reason": "力量不足" });
    let bar = ("WRONG_STATE", "input.operation");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
}

async fn is_for_everybody_who_approves(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let input = json!({ "operation": joint.requested(joint.input()).await, "version": 1, "reason": "力量不足" });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
