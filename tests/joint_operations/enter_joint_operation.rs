//! Entries: each side its own, on the same day where the mode says so, after audit where it goes first.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use super::{FIELDS, Joint, joint::able};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(
    the_last_one_enters_it,
    is_refused,
    goes_after_audit_where_audit_goes_first,
    may_be_apart_as_the_setting_says,
    is_for_everybody_who_handles
);

const VERB: &str = "enterJointOperation";

async fn the_last_one_enters_it(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.input()).await;
    let fields = "jointOperation { status enteredOn version parties { nodes { agency enteredOn } } availableActions { enabled } }";
    let input = json!({ "operation": operation, "on": "2022-04-02" });
    let first = act(&joint.audit, VERB, fields, input.clone()).await;
    let expected = json!({
        "status": "AGREED", "enteredOn": null, "version": 2, "availableActions": able(&[4, 10]),
        "parties": { "nodes": [{ "agency": "OFFICE", "enteredOn": null }, { "agency": "AUDIT", "enteredOn": "2022-04-02" }] },
    });
    assert_eq!(*first.data("/enterJointOperation/jointOperation"), expected);
    let last = act(joint.office(), VERB, fields, input).await;
    let expected = json!({
        "status": "ENTERED", "enteredOn": "2022-04-02", "version": 3,
        "parties": { "nodes": [{ "agency": "OFFICE", "enteredOn": "2022-04-02" }, { "agency": "AUDIT", "enteredOn": "2022-04-02" }] },
        "availableActions": able(&[4, 5, 6, 7, 9, 10]),
    });
    assert_eq!(*last.data("/enterJointOperation/jointOperation"), expected);
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.input()).await;
    let input = json!({ "operation": operation, "on": "2022-04-02" });
    let days = ["2022-03-31", "2999-01-01"];
    joint
        .guards(&house, (VERB, &joint.audit), input.clone(), &days)
        .await;
    let bar = ("NOT_A_PARTY", "input.operation");
    joint
        .barred(&house, (VERB, &joint.group()), input.clone(), bar)
        .await;
    joint.enter(&joint.audit, &operation, "2022-04-02").await;
    let bar = ("ENTRY_NOT_AWAITED", "input.operation");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
    let later = json!({ "operation": operation, "on": "2022-04-03" });
    let bar = ("ENTRY_NOT_SIMULTANEOUS", "input.on");
    joint
        .barred(&house, (VERB, joint.office()), later, bar)
        .await;
    let use_only = joint.with("mode", json!("MUTUAL_USE"));
    let input = json!({ "operation": joint.agreed(use_only).await, "on": "2022-04-02" });
    let bar = ("ENTRY_NOT_AWAITED", "input.operation");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
    let input = json!({ "operation": joint.requested(joint.input()).await, "on": "2022-04-02" });
    let bar = ("WRONG_STATE", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
}

async fn goes_after_audit_where_audit_goes_first(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.with("mode", json!("AUDIT_FIRST"))).await;
    let input = json!({ "operation": operation, "on": "2022-04-10" });
    let bar = ("AUDIT_ENTERS_FIRST", "input.on");
    joint
        .barred(&house, (VERB, joint.office()), input.clone(), bar)
        .await;
    joint.enter(&joint.audit, &operation, "2022-04-02").await;
    let answer = act(joint.office(), VERB, FIELDS, input).await;
    assert_eq!(
        *answer.data("/enterJointOperation/jointOperation/status"),
        "ENTERED"
    );
}

async fn may_be_apart_as_the_setting_says(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let dispatcher = node_id::encode("Organization", joint.desk().place.dispatcher.id);
    let setting = json!({ "dispatcher": dispatcher, "key": "JOINT_ENTRY_TOLERANCE_DAYS", "value": "3", "reason": "本级约定" });
    let keeper = joint.desk().place.person(Agency::Dispatcher, Role::Admin);
    act(&keeper, "setSetting", "settingValue { id }", setting)
        .await
        .data("/setSetting");
    let operation = joint.agreed(joint.input()).await;
    joint.enter(&joint.audit, &operation, "2022-04-02").await;
    let input = |on: &str| json!({ "operation": operation, "on": on });
    let bar = ("ENTRY_NOT_SIMULTANEOUS", "input.on");
    let late = input("2022-04-06");
    joint
        .barred(&house, (VERB, joint.office()), late, bar)
        .await;
    let fields = "jointOperation { status enteredOn conditions { simultaneousEntry } }";
    let answer = act(joint.office(), VERB, fields, input("2022-04-05")).await;
    let expected = json!({ "status": "ENTERED", "enteredOn": "2022-04-05", "conditions": { "simultaneousEntry": true } });
    assert_eq!(
        *answer.data("/enterJointOperation/jointOperation"),
        expected
    );
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let input = json!({ "operation": joint.agreed(joint.input()).await });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
