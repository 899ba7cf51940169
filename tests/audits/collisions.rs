//! Where plans collide: each side is told of the organization, the days and the agency, and of nothing else that is not for it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Plan;
use crate::{
    coverage::desk::act,
    support::{house::House, house::Person, on_each_database},
};

on_each_database!(
    both_sides_are_told,
    a_plan_is_looked_at_before_its_approval,
    look_backs_and_drafts_are_not_told
);

const FIELDS: &str = "collisions { organization agency startsOn endsOn }";

async fn of(person: &Person, noun: &str, id: &str) -> Value {
    let query = format!("{{ {noun}(id: \"{id}\") {{ {FIELDS} }} }}");
    let answer = person.ask(&query).await;
    answer.data(&format!("/{noun}/collisions")).clone()
}

fn told(agency: &str, first: &str, last: &str) -> Value {
    json!([{ "organization": "A第一单位", "agency": agency, "startsOn": first, "endsOn": last }])
}

async fn both_sides_are_told(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let (joint, camp) = (&plan.joint, &plan.joint.camp);
    let project = plan.planned().await;
    let inspection = camp.propose(json!({})).await;
    let office = joint.office();
    let expected = told("AUDIT", "2022-05-01", "2022-05-31");
    assert_eq!(
        of(office, "round", &camp.round).await,
        expected,
        "before the approval"
    );
    let nothing = json!([]);
    assert_eq!(
        of(plan.audit(), "auditProject", &project).await,
        nothing,
        "a draft"
    );
    camp.approve_round().await;
    camp.carry(&inspection, "approveInspection").await;
    let expected = told("OFFICE", "2022-05-01", "2022-05-31");
    assert_eq!(of(plan.audit(), "auditProject", &project).await, expected);
    let query = format!("{{ round(id: \"{}\") {{ {FIELDS} }} }}", camp.round);
    for agency in [Agency::Audit, Agency::Discipline, Agency::Superior] {
        let answer = camp.viewer(agency).ask(&query).await;
        answer.refused("FORBIDDEN");
    }
    // Days that do not meet are no collision, and neither is an audit that was given up.
    let input = json!({ "project": project, "version": 1, "startsOn": "2022-07-01", "endsOn": "2022-07-31" });
    act(
        plan.audit(),
        "rescheduleAuditProject",
        "auditProject { id }",
        input,
    )
    .await
    .data("/rescheduleAuditProject");
    assert_eq!(of(office, "round", &camp.round).await, nothing);
    assert_eq!(of(plan.audit(), "auditProject", &project).await, nothing);
    let second = plan.planned().await;
    let input = json!({ "project": second, "version": 1, "reason": "改由上级审计" });
    act(
        plan.audit(),
        "withdrawAuditProject",
        "auditProject { id }",
        input,
    )
    .await
    .data("/withdrawAuditProject");
    assert_eq!(of(office, "round", &camp.round).await, nothing);
}

async fn a_plan_is_looked_at_before_its_approval(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let (joint, camp) = (&plan.joint, &plan.joint.camp);
    let project = plan.planned().await;
    let (desk, office) = (joint.desk(), joint.office());
    let input =
        json!({ "term": camp.term(), "fromYear": 2022, "toYear": 2026, "name": "五年规划" });
    let five = desk
        .made(office, "draftFiveYearPlan", "coveragePlan", input)
        .await;
    let object = desk.object(&five, 0).await;
    let input = json!({ "object": object, "version": 1, "year": 2022 });
    act(office, "scheduleObject", "coverageObject { id }", input)
        .await
        .data("/scheduleObject");
    let whole = told("AUDIT", "2022-05-01", "2022-06-30");
    assert_eq!(
        of(office, "coveragePlan", &five).await,
        whole,
        "in its year"
    );
    let input = json!({ "object": object, "version": 2, "year": 2022, "round": camp.round, "reason": "排入第一轮" });
    act(office, "scheduleObject", "coverageObject { id }", input)
        .await
        .data("/scheduleObject");
    assert_eq!(
        of(office, "coveragePlan", &five).await,
        whole,
        "in its round"
    );
    assert_eq!(of(office, "round", &camp.round).await, whole);
    assert_eq!(
        of(plan.audit(), "auditProject", &project).await,
        json!([]),
        "a draft"
    );
    camp.approve_round_with_proposal().await;
    desk.issue(&five).await;
    let expected = told("OFFICE", "2022-05-01", "2022-06-30");
    assert_eq!(of(plan.audit(), "auditProject", &project).await, expected);
}

async fn look_backs_and_drafts_are_not_told(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let camp = &plan.joint.camp;
    let first = camp.routine("feedBackInspection").await;
    let mut input = plan.input();
    input["startsOn"] = json!("2023-03-01");
    input["endsOn"] = json!("2023-04-30");
    let (verb, noun) = ("planAuditProject", "auditProject");
    let project = plan
        .joint
        .desk()
        .made(plan.audit(), verb, noun, input)
        .await;
    let look_back = json!({
        "kind": "LOOK_BACK", "round": null, "looksBackAt": first, "startsOn": "2023-03-01", "endsOn": "2023-03-31", "on": "2022-12-30",
    });
    let look_back = camp.propose(look_back).await;
    camp.step("approveInspection", &look_back, "2022-12-31")
        .await
        .data("/approveInspection");
    assert_eq!(of(plan.audit(), "auditProject", &project).await, json!([]));
    camp.step("enterInspection", &look_back, "2023-03-02")
        .await
        .data("/enterInspection");
    let expected = told("OFFICE", "2023-03-01", "2023-03-31");
    assert_eq!(of(plan.audit(), "auditProject", &project).await, expected);
}
