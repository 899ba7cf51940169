//! Audits that are given up: for a reason, by a head.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Plan;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(gives_it_up, is_refused, is_for_audit);

const VERB: &str = "withdrawAuditProject";

async fn gives_it_up(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let project = plan.planned().await;
    let input =
        json!({ "project": project, "version": 1, "reason": "改由上级审计", "on": "2022-02-01" });
    let fields = "auditProject { status endedOn endReason }";
    let answer = act(plan.audit(), VERB, fields, input).await;
    let expected =
        json!({ "status": "WITHDRAWN", "endedOn": "2022-02-01", "endReason": "改由上级审计" });
    assert_eq!(*answer.data("/withdrawAuditProject/auditProject"), expected);
}

async fn is_refused(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let project = plan.planned().await;
    let input =
        json!({ "project": project, "version": 1, "reason": "改由上级审计", "on": "2022-02-01" });
    let days = [("on", "2022-01-09"), ("on", "2999-01-01")];
    plan.guards(&house, VERB, input.clone(), &days).await;
    let mut late = input;
    late["on"] = json!("2022-08-01");
    plan.too_late(&house, &project, VERB, late).await;
}

async fn is_for_audit(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let input = json!({ "project": plan.planned().await, "version": 1, "reason": "改由上级审计" });
    plan.joint
        .desk()
        .only(&[Agency::Audit], VERB, "clientMutationId", input)
        .await;
}
