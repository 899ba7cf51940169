//! Rectification followed together: after the report, in the ledger of one side.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Joint, joint::able};
use crate::{
    coverage::desk::act,
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(
    goes_into_one_ledger,
    is_refused,
    is_for_everybody_who_handles
);

const VERB: &str = "joinJointRectification";

async fn goes_into_one_ledger(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    joint.reported(&operation).await;
    let office = body(&joint.desk().place, "OFFICE").await;
    let input =
        json!({ "operation": operation, "version": 4, "ledgerKeeper": office, "on": "2022-07-10" });
    let fields = "jointOperation { status ledgerKeeper { code } rectificationJoinedOn availableActions { enabled } }";
    let answer = act(&joint.audit, VERB, fields, input).await;
    let expected = json!({
        "status": "RECTIFICATION_JOINED", "ledgerKeeper": { "code": "A-OFFICE" }, "rectificationJoinedOn": "2022-07-10",
        "availableActions": able(&[9, 10]),
    });
    assert_eq!(
        *answer.data("/joinJointRectification/jointOperation"),
        expected
    );
    joint.close(&operation).await;
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let office = body(&joint.desk().place, "OFFICE").await;
    let early = json!({ "operation": operation, "version": 3, "ledgerKeeper": office });
    let bar = ("WRONG_STATE", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), early, bar)
        .await;
    joint.reported(&operation).await;
    let input =
        json!({ "operation": operation, "version": 4, "ledgerKeeper": office, "on": "2022-07-10" });
    let days = ["2022-06-30", "2999-01-01"];
    joint
        .guards(&house, (VERB, joint.office()), input.clone(), &days)
        .await;
    let bar = ("NOT_A_PARTY", "input.operation");
    joint
        .barred(&house, (VERB, &joint.group()), input.clone(), bar)
        .await;
    let mut other = input;
    other["ledgerKeeper"] = json!(joint.discipline_body);
    let bar = ("NOT_A_PARTY", "input.ledgerKeeper");
    joint
        .barred(&house, (VERB, joint.office()), other, bar)
        .await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    joint.reported(&operation).await;
    let input = json!({ "operation": operation, "version": 4, "ledgerKeeper": joint.audit_body });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
