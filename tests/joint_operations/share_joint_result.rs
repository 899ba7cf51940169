//! Shared results: in the scope, after every entry, with who found it, counted once.

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
    keeps_who_found_it,
    is_refused,
    comes_from_a_finding_of_an_audit_once,
    needs_no_entry_where_nobody_enters,
    is_for_everybody_who_handles
);

const VERB: &str = "shareJointResult";
const FIELDS: &str = "jointResult { severity amount category basis description evidenceReused sha256 sharedOn finder { code } counter { code } organization { code } }";

async fn keeps_who_found_it(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let answer = act(&joint.audit, VERB, FIELDS, joint.finding(&operation)).await;
    let expected = json!({
        "severity": "较重", "amount": "1200000.5", "category": "专项资金", "basis": "预算法", "description": "挪用专项资金", "evidenceReused": "巡察组调取的账簿",
        "sha256": "ab".repeat(32), "sharedOn": "2022-04-20", "finder": { "code": "A-AUDIT" }, "counter": { "code": "A-AUDIT" },
        "organization": { "code": "A-OBJECT-1" },
    });
    assert_eq!(*answer.data("/shareJointResult/jointResult"), expected);
    let query = "{ jointResults { totalCount } }";
    for (person, seen) in [
        (joint.office(), 1),
        (&joint.audit, 1),
        (&joint.discipline, 0),
        (&joint.group(), 0),
    ] {
        let answer = person.ask(query).await;
        assert_eq!(*answer.data("/jointResults/totalCount"), seen);
    }
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let agreed = joint.agreed(joint.input()).await;
    joint.enter(&joint.audit, &agreed, "2022-04-02").await;
    let bar = ("ENTRY_OF_ONE_SIDE_ONLY", "input.operation");
    let early = joint.finding(&agreed);
    joint.barred(&house, (VERB, &joint.audit), early, bar).await;
    joint.enter(joint.office(), &agreed, "2022-04-02").await;
    let with = |field: &str, value: Value| {
        let mut input = joint.finding(&agreed);
        input[field] = value;
        input
    };
    for (by, input, gate, field) in [
        (
            &joint.audit,
            with("organization", json!(joint.desk().organization(1))),
            "OUTSIDE_JOINT_SCOPE",
            "input.organization",
        ),
        (
            &joint.audit,
            with("countedBy", json!(joint.discipline_body)),
            "NOT_A_PARTY",
            "input.countedBy",
        ),
        (
            &joint.group(),
            joint.finding(&agreed),
            "NOT_A_PARTY",
            "input.operation",
        ),
    ] {
        joint.barred(&house, (VERB, by), input, (gate, field)).await;
    }
    for (by, input, code, field) in [
        (
            &joint.audit,
            with("on", json!("2022-04-01")),
            "BAD_USER_INPUT",
            "input.on",
        ),
        (
            &joint.audit,
            with("on", json!("2999-01-01")),
            "BAD_USER_INPUT",
            "input.on",
        ),
        (
            &joint.audit,
            with("sha256", json!("abc")),
            "BAD_USER_INPUT",
            "input.sha256",
        ),
        (
            &joint.audit,
            with("amount", json!("0.001")),
            "BAD_USER_INPUT",
            "input.amount",
        ),
        (
            &joint.discipline,
            joint.finding(&agreed),
            "NOT_FOUND",
            "input.operation",
        ),
    ] {
        let answer = refused(&house, by, VERB, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    joint.close(&agreed).await;
    let bar = ("WRONG_STATE", "input.operation");
    let late = joint.finding(&agreed);
    joint.barred(&house, (VERB, &joint.audit), late, bar).await;
}

/// A finding of an audit keeps its provenance as a result, and counts once.
async fn comes_from_a_finding_of_an_audit_once(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let joint = &plan.joint;
    let finding = plan.found(&plan.planned().await).await;
    let input = joint.with("reads", json!(["AUDIT", "RESULT"]));
    let operation = joint.entered(input).await;
    let mut input = joint.finding(&operation);
    input["auditFinding"] = json!(finding);
    let fields = "jointResult { auditFinding { ordinal project { name } } }";
    let answer = act(plan.audit(), VERB, fields, input.clone()).await;
    let expected =
        json!({ "auditFinding": { "ordinal": 1, "project": { "name": "专项资金审计" } } });
    assert_eq!(*answer.data("/shareJointResult/jointResult"), expected);
    let bar = ("FINDING_SHARED_ALREADY", "input.auditFinding");
    joint
        .barred(&house, (VERB, plan.audit()), input.clone(), bar)
        .await;
    // It is open to the office, which found nothing of it.
    let bar = ("AUDIT_OF_ANOTHER_BODY", "input.auditFinding");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
}

async fn needs_no_entry_where_nobody_enters(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.with("mode", json!("MUTUAL_USE"))).await;
    let mut input = joint.finding(&operation);
    input["countedBy"] = json!(joint.discipline_body);
    let bar = ("NOT_A_PARTY", "input.countedBy");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
    let answer = act(&joint.audit, VERB, FIELDS, joint.finding(&operation)).await;
    assert_eq!(
        *answer.data("/shareJointResult/jointResult/sharedOn"),
        "2022-04-20"
    );
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let input = joint.finding(&joint.entered(joint.input()).await);
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
