//! Answers to what was referred: by the side that it was referred to, once; one interview instead of two.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Joint;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    one_interview_instead_of_two,
    is_refused,
    is_for_everybody_who_handles
);

const VERB: &str = "answerJointReferral";

async fn one_interview_instead_of_two(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let mut input = joint.matter(&operation);
    input["kind"] = json!("INTERVIEW");
    input["title"] = json!("与财务负责人谈话");
    let (verb, noun) = ("referJointMatter", "jointReferral");
    let referral = joint.desk().made(joint.office(), verb, noun, input).await;
    let input = json!({
        "referral": referral, "version": 1, "outcome": "DONE_TOGETHER", "answer": "由两组合并谈话一次", "on": "2022-04-15",
    });
    let fields = "jointReferral { status outcome answer answeredOn version operation { conditions { reinforcedCooperation } } }";
    let answer = act(&joint.audit, VERB, fields, input).await;
    let expected = json!({
        "status": "ANSWERED", "outcome": "DONE_TOGETHER", "answer": "由两组合并谈话一次", "answeredOn": "2022-04-15", "version": 2,
        "operation": { "conditions": { "reinforcedCooperation": true } },
    });
    assert_eq!(*answer.data("/answerJointReferral/jointReferral"), expected);
    let owed = joint.audit.ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let referral = joint.referred(&operation).await;
    let input = json!({
        "referral": referral, "version": 1, "outcome": "TAKEN_UP", "answer": "已列入审计事项", "on": "2022-04-15",
    });
    for (field, value, code) in [
        ("on", json!("2022-04-09"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("version", json!(99), "CONFLICT"),
    ] {
        let mut bad = input.clone();
        bad[field] = value;
        let answer = refused(&house, &joint.audit, VERB, "clientMutationId", bad).await;
        answer.refused(code).of_field(&format!("input.{field}"));
    }
    for stranger in [&joint.discipline, &joint.group()] {
        let answer = refused(&house, stranger, VERB, "clientMutationId", input.clone()).await;
        answer.refused("NOT_FOUND").of_field("input.referral");
    }
    let bar = ("REQUEST_OF_ANOTHER_BODY", "input.referral");
    joint
        .barred(&house, (VERB, joint.office()), input.clone(), bar)
        .await;
    joint.answered(&referral).await;
    let mut again = input;
    again["version"] = json!(2);
    let bar = ("WRONG_STATE", "input.referral");
    joint.barred(&house, (VERB, &joint.audit), again, bar).await;
    let late = joint.referred(&operation).await;
    joint.close(&operation).await;
    let input =
        json!({ "referral": late, "version": 1, "outcome": "NOT_TAKEN_UP", "answer": "已结束" });
    let bar = ("JOINT_OPERATION_OVER", "input.referral");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let referral = joint.referred(&operation).await;
    let input =
        json!({ "referral": referral, "version": 1, "outcome": "TAKEN_UP", "answer": "已列入" });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
