//! Withdrawing joint operations: by who asked for it, until it is entered; what it opened is shut.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Joint;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(shuts_it, is_refused, is_for_everybody_who_handles);

const VERB: &str = "withdrawJointOperation";

async fn shuts_it(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.input()).await;
    let input = json!({ "operation": operation, "version": 2, "reason": "对象机构改革", "on": "2022-03-25" });
    let fields = "jointOperation { status endedOn endReason grants(filter: { closedOn: { eq: \"2022-03-25\" } }) { totalCount } }";
    let answer = act(joint.office(), VERB, fields, input).await;
    let expected = json!({ "status": "WITHDRAWN", "endedOn": "2022-03-25", "endReason": "对象机构改革", "grants": { "totalCount": 3 } });
    assert_eq!(
        *answer.data("/withdrawJointOperation/jointOperation"),
        expected
    );
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.input()).await;
    let input = json!({ "operation": operation, "version": 2, "reason": "对象机构改革", "on": "2022-03-25" });
    let days = ["2022-03-20", "2999-01-01"];
    joint
        .guards(&house, (VERB, joint.office()), input.clone(), &days)
        .await;
    let bar = ("NOT_A_PARTY", "input.operation");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
    let entered = joint.entered(joint.input()).await;
    let input = json!({ "operation": entered, "version": 3, "reason": "对象机构改革" });
    let bar = ("WRONG_STATE", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let input = json!({ "operation": joint.requested(joint.input()).await, "version": 1, "reason": "对象机构改革" });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
