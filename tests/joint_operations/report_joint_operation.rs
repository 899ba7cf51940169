//! Reports of joint operations: once, with everything answered, and with the four conditions where the setting asks for them.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use super::{Joint, joint::able};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(
    happens_once,
    is_refused,
    waits_for_the_four_conditions_by_setting,
    is_for_everybody_who_handles
);

const VERB: &str = "reportJointOperation";

async fn happens_once(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    joint.shared(&operation).await;
    let version = joint.desk().version(&operation, "JointOperation").await;
    let input = json!({ "operation": operation, "version": version, "report": "联动监督报告", "on": "2022-07-01" });
    let fields = "jointOperation { status report reportedOn version availableActions { enabled } results { totalCount } }";
    let answer = act(joint.office(), VERB, fields, input).await;
    let expected = json!({
        "status": "REPORTED", "report": "联动监督报告", "reportedOn": "2022-07-01", "version": 5, "availableActions": able(&[8, 9, 10]),
        "results": { "totalCount": 1 },
    });
    assert_eq!(
        *answer.data("/reportJointOperation/jointOperation"),
        expected
    );
    let again = json!({ "operation": operation, "version": 5, "report": "再次报告" });
    let bar = ("WRONG_STATE", "input.operation");
    joint.barred(&house, (VERB, &joint.audit), again, bar).await;
    let late = joint.finding(&operation);
    joint
        .barred(&house, ("shareJointResult", &joint.audit), late, bar)
        .await;
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let input = json!({ "operation": operation, "version": 3, "report": "联动监督报告", "on": "2022-07-01" });
    let days = ["2022-04-01", "2999-01-01"];
    joint
        .guards(&house, (VERB, joint.office()), input.clone(), &days)
        .await;
    let bar = ("NOT_A_PARTY", "input.operation");
    joint
        .barred(&house, (VERB, &joint.group()), input, bar)
        .await;
    let referral = joint.referred(&operation).await;
    let input = json!({ "operation": operation, "version": 4, "report": "联动监督报告" });
    let bar = ("REFERRALS_OPEN", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
    joint.answered(&referral).await;
    joint.reported(&operation).await;
    let agreed = joint.agreed(joint.input()).await;
    let input = json!({ "operation": agreed, "version": 2, "report": "联动监督报告" });
    let bar = ("ENTRY_OF_ONE_SIDE_ONLY", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
}

async fn waits_for_the_four_conditions_by_setting(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let dispatcher = node_id::encode("Organization", joint.desk().place.dispatcher.id);
    let setting = json!({ "dispatcher": dispatcher, "key": "JOINT_REPORT_NEEDS_CONDITIONS", "value": "true", "reason": "一体运作" });
    let keeper = joint.desk().place.person(Agency::Dispatcher, Role::Admin);
    act(&keeper, "setSetting", "settingValue { id }", setting)
        .await
        .data("/setSetting");
    let operation = joint.entered(joint.input()).await;
    joint.shared(&operation).await;
    let step = joint.planned(&operation).await;
    let referral = joint.referred(&operation).await;
    joint.answered(&referral).await;
    let version = joint.desk().version(&operation, "JointOperation").await;
    let input = json!({ "operation": operation, "version": version, "report": "联动监督报告" });
    let bar = ("JOINT_CONDITIONS_UNMET", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
    let query = format!(
        "{{ jointOperation(id: \"{operation}\") {{ conditions {{ simultaneousEntry synchronousWork reinforcedCooperation sharedResults }} }} }}"
    );
    let kept = joint.office().ask(&query).await;
    let expected = json!({ "simultaneousEntry": true, "synchronousWork": false, "reinforcedCooperation": true, "sharedResults": true });
    assert_eq!(*kept.data("/jointOperation/conditions"), expected);
    let input = json!({ "step": step, "version": 1, "on": "2022-05-20" });
    act(&joint.audit, "completeJointStep", "jointStep { id }", input)
        .await
        .data("/completeJointStep");
    joint.reported(&operation).await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let input = json!({ "operation": operation, "version": 3, "report": "联动监督报告" });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
