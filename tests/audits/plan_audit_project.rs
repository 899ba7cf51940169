//! Planning audits: the audit body alone sees them; as a special check, and about a term in a post, of the same organization only.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Plan;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    is_seen_by_its_body_alone,
    is_refused,
    is_a_check_of_its_own,
    is_about_a_term_in_a_post_there,
    is_for_audit
);

const VERB: &str = "planAuditProject";

async fn is_seen_by_its_body_alone(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let fields = "auditProject { id dispatcher { code } auditor { code } organization { code } name topic startsOn endsOn status plannedOn endedOn \
        endReason appointment { id } specialCheck { id } findings { totalCount } collisions { agency } availableActions { enabled } version }";
    let answer = act(plan.audit(), VERB, fields, plan.input()).await;
    let id = answer.text_at("/planAuditProject/auditProject/id");
    let expected = json!({
        "id": id, "dispatcher": { "code": "A" }, "auditor": { "code": "A-AUDIT" }, "organization": { "code": "A-OBJECT-1" },
        "name": "专项资金审计", "topic": "专项资金管理使用", "startsOn": "2022-05-01", "endsOn": "2022-06-30", "status": "PLANNED",
        "plannedOn": "2022-01-10", "endedOn": null, "endReason": null, "appointment": null, "specialCheck": null,
        "findings": { "totalCount": 0 }, "collisions": [], "availableActions": vec![json!({ "enabled": true }); 4], "version": 1,
    });
    assert_eq!(*answer.data("/planAuditProject/auditProject"), expected);
    let query = format!(
        "{{ auditProjects {{ totalCount }} node(id: \"{id}\") {{ id }} events(filter: {{ subjectType: {{ eq: \"AuditProject\" }} }}) {{ totalCount }} }}"
    );
    let joint = &plan.joint;
    for person in [joint.office(), &joint.discipline, &joint.group()] {
        let expected = json!({ "auditProjects": { "totalCount": 0 }, "node": null, "events": { "totalCount": 0 } });
        assert_eq!(*person.ask(&query).await.data(""), expected);
    }
    let own = plan.audit().ask(&query).await;
    assert_eq!(*own.data("/auditProjects/totalCount"), 1);
    assert_eq!(*own.data("/events/totalCount"), 1);
}

async fn is_refused(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let days = [("endsOn", "2022-04-30"), ("on", "2999-01-01")];
    plan.guards(&house, VERB, plan.input(), &days).await;
    let mut input = plan.input();
    input["organization"] = json!(inspectorate::graphql::node_id::encode(
        "Organization",
        uuid::Uuid::now_v7()
    ));
    let answer = refused(&house, plan.audit(), VERB, "clientMutationId", input).await;
    answer.refused("NOT_FOUND").of_field("input.organization");
}

/// A special check of economic responsibility that audit owns is carried out as an audit of the same organization.
async fn is_a_check_of_its_own(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let joint = &plan.joint;
    let inspection = joint.camp.routine("approveInspection").await;
    let mut checks = Vec::new();
    for kind in ["ECONOMIC_RESPONSIBILITY", "INTERNAL_CONTROL"] {
        let input = json!({ "inspection": inspection, "kind": kind, "owner": joint.audit_body, "on": "2022-03-05" });
        let (verb, noun) = ("orderSpecialCheck", "specialCheck");
        checks.push(joint.desk().made(joint.office(), verb, noun, input).await);
    }
    let mut input = plan.input();
    input["specialCheck"] = json!(checks[0]);
    let fields = "auditProject { specialCheck { kind } }";
    let answer = act(plan.audit(), VERB, fields, input.clone()).await;
    let expected = json!({ "specialCheck": { "kind": "ECONOMIC_RESPONSIBILITY" } });
    assert_eq!(*answer.data("/planAuditProject/auditProject"), expected);
    let mut elsewhere = input.clone();
    elsewhere["organization"] = json!(joint.desk().organization(1));
    let mut of_another_kind = input;
    of_another_kind["specialCheck"] = json!(checks[1]);
    for bad in [elsewhere, of_another_kind] {
        let answer = refused(&house, plan.audit(), VERB, "clientMutationId", bad).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.specialCheck");
    }
}

/// The economic responsibility of somebody in a post of the audited organization.
async fn is_about_a_term_in_a_post_there(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let (desk, office) = (plan.joint.desk(), plan.joint.office());
    let dispatcher =
        inspectorate::graphql::node_id::encode("Organization", desk.place.dispatcher.id);
    let input = json!({ "code": "A-P-9", "name": "化名九", "dispatcher": dispatcher });
    let person = desk.made(office, "registerPerson", "person", input).await;
    let input = json!({
        "organization": desk.organization(0), "title": "某职务", "function": "OFFICE_DIRECTOR", "rankOrder": 1, "isHead": true,
        "isFullTime": true,
    });
    let post = desk.made(office, "createPost", "post", input).await;
    let input = json!({ "person": person, "post": post, "startsOn": "2019-01-01" });
    let term = desk
        .made(office, "appointToPost", "appointment", input)
        .await;
    let mut input = plan.input();
    input["appointment"] = json!(term);
    let fields = "auditProject { appointment { startsOn } }";
    let answer = act(plan.audit(), VERB, fields, input.clone()).await;
    let expected = json!({ "appointment": { "startsOn": "2019-01-01" } });
    assert_eq!(*answer.data("/planAuditProject/auditProject"), expected);
    input["organization"] = json!(desk.organization(1));
    let answer = refused(&house, plan.audit(), VERB, "clientMutationId", input).await;
    answer
        .refused("BAD_USER_INPUT")
        .of_field("input.appointment");
}

async fn is_for_audit(house: Arc<House>) {
    let plan = Plan::open(&house).await;
    let input = plan.input();
    plan.joint
        .desk()
        .only(&[Agency::Audit], VERB, "clientMutationId", input)
        .await;
}
