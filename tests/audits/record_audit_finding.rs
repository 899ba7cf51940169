//! Findings of audits: numbered, with their amount; seen by others only while an operation opens them, and then not changed by them.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Plan;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    is_kept_from_others_until_it_is_opened,
    is_refused,
    is_for_audit
);

const VERB: &str = "recordAuditFinding";
const SEEN: &str = "{ auditProjects { totalCount } auditFindings { totalCount } \
    events(filter: { subjectType: { eq: \"AuditFinding\" } }) { totalCount } }";

async fn is_kept_from_others_until_it_is_opened(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let joint = &plan.joint;
    let project = plan.planned().await;
    let fields = "auditFinding { ordinal category basis description severity amount foundOn project { name } }";
    let answer = act(plan.audit(), VERB, fields, plan.finding(&project)).await;
    let expected = json!({
        "ordinal": 1, "category": "专项资金", "basis": "预算法", "description": "挪用专项资金", "severity": "较重", "amount": "1200000.5",
        "foundOn": "2022-06-01", "project": { "name": "专项资金审计" },
    });
    assert_eq!(*answer.data("/recordAuditFinding/auditFinding"), expected);
    // Another one, of an organization that the operation is not about.
    let mut other = plan.input();
    other["organization"] = json!(joint.desk().organization(1));
    let (verb, noun) = ("planAuditProject", "auditProject");
    let other = joint.desk().made(plan.audit(), verb, noun, other).await;
    plan.found(&other).await;
    let seen = async |count: i64| {
        let count = json!({ "totalCount": count });
        let expected = json!({ "auditProjects": count, "auditFindings": count, "events": count });
        assert_eq!(*joint.office().ask(SEEN).await.data(""), expected);
        for third in [&joint.discipline, &joint.group()] {
            let nothing = json!({ "totalCount": 0 });
            let expected =
                json!({ "auditProjects": nothing, "auditFindings": nothing, "events": nothing });
            assert_eq!(*third.ask(SEEN).await.data(""), expected);
        }
    };
    seen(0).await;
    let input = joint.with("reads", json!(["AUDIT", "RESULT"]));
    let operation = joint.requested(input).await;
    seen(0).await;
    let agreement = json!({ "operation": operation, "on": "2022-03-21" });
    act(
        plan.audit(),
        "agreeToJointOperation",
        "clientMutationId",
        agreement,
    )
    .await
    .data("/agreeToJointOperation");
    seen(1).await;
    joint.enter(plan.audit(), &operation, "2022-04-02").await;
    joint.enter(joint.office(), &operation, "2022-04-02").await;
    joint.close(&operation).await;
    seen(0).await;
}

async fn is_refused(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let project = plan.planned().await;
    let input = plan.finding(&project);
    let days = [("on", "2022-04-30"), ("on", "2999-01-01"), ("amount", "-1")];
    plan.guards(&house, VERB, input.clone(), &days).await;
    plan.too_late(&house, &project, VERB, input.clone()).await;
    let mut unknown = input;
    unknown["project"] = json!(plan.joint.desk().organization(0));
    let answer = refused(&house, plan.audit(), VERB, "clientMutationId", unknown).await;
    answer.refused("NOT_FOUND").of_field("input.project");
}

async fn is_for_audit(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let input = plan.finding(&plan.planned().await);
    plan.joint
        .desk()
        .only(&[Agency::Audit], VERB, "clientMutationId", input)
        .await;
}
