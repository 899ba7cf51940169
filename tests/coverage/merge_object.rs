//! Merging an object into another one of the list: by hand, and when the organizations themselves are merged.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    leaves_the_list_to_the_other,
    is_refused,
    follows_the_organizations,
    waits_where_nobody_takes_over,
    is_for_approvers,
);

const FIELDS: &str = "coverageObject { withdrawnOn withdrawalReason withdrawalDecision standing mergedInto { id } assignments { nodes { supersededOn } } }";

async fn leaves_the_list_to_the_other(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let (object, into) = (desk.object(&plan, 0).await, desk.object(&plan, 1).await);
    let input = json!({ "object": object, "version": 1, "into": into, "reason": "机构改革", "decision": "市委编办〔2023〕1号", "on": "2023-03-01" });
    let answer = act(&desk.office, "mergeObject", FIELDS, input).await;
    let expected = json!({
        "withdrawnOn": "2023-03-01", "withdrawalReason": "机构改革", "withdrawalDecision": "市委编办〔2023〕1号",
        "standing": "WITHDRAWN", "mergedInto": { "id": into }, "assignments": { "nodes": [] },
    });
    assert_eq!(*answer.data("/mergeObject/coverageObject"), expected);
    let query = format!(
        "{{ coverageObject(id: \"{into}\") {{ merged {{ nodes {{ id }} }} plan {{ before: ledger(asOf: \"2023-02-28\") {{ total {{ listed {{ value }} }} }} after: ledger(asOf: \"2023-03-01\") {{ total {{ listed {{ value }} withdrawn {{ value }} }} }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let expected = json!({
        "merged": { "nodes": [{ "id": object }] },
        "plan": {
            "before": { "total": { "listed": { "value": "2" } } },
            "after": { "total": { "listed": { "value": "1" }, "withdrawn": { "value": "1" } } },
        },
    });
    assert_eq!(*answer.data("/coverageObject"), expected);
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let (object, into) = (desk.object(&plan, 0).await, desk.object(&plan, 1).await);
    let county = desk.county(&house).await;
    let (_, of_county) = county.plan().await;
    let foreign = county.object(&of_county, 0).await;
    let gone = desk.object(&plan, 2).await;
    let input = json!({ "object": gone, "version": 1, "reason": "撤销", "on": "2022-06-01" });
    act(
        &desk.office,
        "withdrawObject",
        "coverageObject { id }",
        input,
    )
    .await
    .data("/withdrawObject");
    county.issue(&of_county).await;
    let merge = |object: &str, version: i32, into: &str, on: &str| json!({ "object": object, "version": version, "into": into, "reason": "合并", "on": on });
    let day = "2023-03-01";
    for (input, code, gate, field) in [
        (
            merge(&object, 1, &object, day),
            "GATE",
            Some("MERGED_INTO_ITSELF"),
            "input.into",
        ),
        (
            merge(&object, 1, &foreign, day),
            "GATE",
            Some("RECORD_OF_ANOTHER_DISPATCHER"),
            "input.into",
        ),
        (
            merge(&foreign, 1, &object, day),
            "GATE",
            Some("RECORD_OF_ANOTHER_DISPATCHER"),
            "input.object",
        ),
        (
            merge(&object, 1, &gone, day),
            "GATE",
            Some("OBJECT_WITHDRAWN"),
            "input.into",
        ),
        (
            merge(&gone, 2, &into, day),
            "GATE",
            Some("OBJECT_WITHDRAWN"),
            "input.object",
        ),
        (
            merge(&object, 2, &into, day),
            "CONFLICT",
            None,
            "input.version",
        ),
        (
            merge(&object, 1, &into, "2022-01-09"),
            "BAD_USER_INPUT",
            None,
            "input.on",
        ),
        (
            merge(&object, 1, &into, "2999-01-01"),
            "BAD_USER_INPUT",
            None,
            "input.on",
        ),
    ] {
        let answer = refused(&house, &desk.office, "mergeObject", FIELDS, input).await;
        let answer = answer.refused(code).of_field(field);
        if let Some(gate) = gate {
            answer.by_gate(gate);
        }
    }
}

/// When one organization is merged into another one of the list, its object goes the same way.
async fn follows_the_organizations(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let (object, into) = (desk.object(&plan, 1).await, desk.object(&plan, 2).await);
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let input = json!({ "organization": desk.organization(1), "version": 1, "into": desk.organization(2), "mergedOn": "2022-12-31", "reason": "机构改革" });
    act(&keeper, "mergeOrganizations", "organization { id }", input)
        .await
        .data("/mergeOrganizations");
    let query = format!(
        "{{ coverageObject(id: \"{object}\") {{ withdrawnOn withdrawalReason organizationEnded mergedInto {{ id }} history {{ nodes {{ action }} }} }} }}"
    );
    let expected = json!({
        "withdrawnOn": "2022-12-31", "withdrawalReason": "机构改革", "organizationEnded": false, "mergedInto": { "id": into },
        "history": { "nodes": [{ "action": "listObject" }, { "action": "mergeOrganizations" }] },
    });
    let answer = desk.office.ask(&query).await;
    assert_eq!(*answer.data("/coverageObject"), expected);
}

/// Where nobody on the list takes over, the object is marked and waits for a decision.
async fn waits_where_nobody_takes_over(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let (object, heir) = (desk.object(&plan, 1).await, desk.object(&plan, 0).await);
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let input = json!({ "organization": desk.organization(1), "version": 1, "into": desk.organization(2), "mergedOn": "2022-12-31", "reason": "机构改革" });
    act(&keeper, "mergeOrganizations", "organization { id }", input)
        .await
        .data("/mergeOrganizations");
    let waiting = "{ coverageObjects(filter: { organizationEnded: { eq: true } }) { nodes { id withdrawnOn version } } }";
    let answer = desk.office.ask(waiting).await;
    let expected = json!([{ "id": object, "withdrawnOn": null, "version": 2 }]);
    assert_eq!(*answer.data("/coverageObjects/nodes"), expected);
    let place = json!({ "object": object, "version": 2, "year": 2023 });
    let ended = refused(
        &house,
        &desk.office,
        "scheduleObject",
        "coverageObject { id }",
        place,
    )
    .await;
    ended
        .refused("GATE")
        .by_gate("ORGANIZATION_RETIRED")
        .of_field("input.object");
    let input = json!({ "object": object, "version": 2, "into": heir, "reason": "由其接续" });
    act(&desk.office, "mergeObject", FIELDS, input)
        .await
        .data("/mergeObject");
    let answer = desk.office.ask(waiting).await;
    assert_eq!(*answer.data("/coverageObjects/nodes"), json!([]));
}

async fn is_for_approvers(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let (object, into) = (desk.object(&plan, 0).await, desk.object(&plan, 1).await);
    let input = json!({ "object": object, "version": 1, "into": into, "reason": "合并" });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "mergeObject",
        "coverageObject { id }",
        input,
    )
    .await;
}
