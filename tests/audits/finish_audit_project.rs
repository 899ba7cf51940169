//! Audits that are done: what they found stays, nothing is added.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Plan;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(ends_it, is_refused, is_for_audit);

const VERB: &str = "finishAuditProject";

async fn ends_it(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let project = plan.planned().await;
    plan.found(&project).await;
    let input = json!({ "project": project, "version": 1, "on": "2022-07-01" });
    let fields =
        "auditProject { status endedOn findings { totalCount } availableActions { enabled } }";
    let answer = act(plan.audit(), VERB, fields, input).await;
    let expected = json!({
        "status": "FINISHED", "endedOn": "2022-07-01", "findings": { "totalCount": 1 },
        "availableActions": vec![json!({ "enabled": false }); 4],
    });
    assert_eq!(*answer.data("/finishAuditProject/auditProject"), expected);
}

async fn is_refused(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let project = plan.planned().await;
    let input = json!({ "project": project, "version": 1, "on": "2022-07-01" });
    let days = [("on", "2022-04-30"), ("on", "2999-01-01")];
    plan.guards(&house, VERB, input.clone(), &days).await;
    plan.too_late(&house, &project, VERB, input).await;
}

async fn is_for_audit(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let input = json!({ "project": plan.planned().await, "version": 1 });
    plan.joint
        .desk()
        .only(&[Agency::Audit], VERB, "clientMutationId", input)
        .await;
}
