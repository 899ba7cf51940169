//! Other days for audits: by the body that audits, while it is planned.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Plan;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(moves_it, is_refused, is_for_audit);

const VERB: &str = "rescheduleAuditProject";

async fn moves_it(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let project = plan.planned().await;
    let input = json!({ "project": project, "version": 1, "startsOn": "2022-09-01", "endsOn": "2022-09-30" });
    let fields = "auditProject { startsOn endsOn version }";
    let answer = act(plan.audit(), VERB, fields, input).await;
    let expected = json!({ "startsOn": "2022-09-01", "endsOn": "2022-09-30", "version": 2 });
    assert_eq!(
        *answer.data("/rescheduleAuditProject/auditProject"),
        expected
    );
}

async fn is_refused(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let project = plan.planned().await;
    let input = json!({ "project": project, "version": 1, "startsOn": "2022-09-01", "endsOn": "2022-09-30" });
    let days = [("endsOn", "2022-08-31")];
    plan.guards(&house, VERB, input.clone(), &days).await;
    plan.too_late(&house, &project, VERB, input).await;
}

async fn is_for_audit(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let input = json!({ "project": plan.planned().await, "version": 1, "startsOn": "2022-09-01", "endsOn": "2022-09-30" });
    plan.joint
        .desk()
        .only(&[Agency::Audit], VERB, "clientMutationId", input)
        .await;
}
