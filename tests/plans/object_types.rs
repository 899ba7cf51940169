//! The types of objects: since when each is covered, which never was, and which objects never were.

use std::sync::Arc;

use serde_json::json;

use crate::{
    coverage::desk::{Desk, act},
    support::{house::House, on_each_database},
};

on_each_database!(name_what_was_never_covered);

async fn name_what_was_never_covered(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let input = json!({ "plan": plan, "object": { "organization": desk.organization(1), "objectType": "STATE_ENTERPRISE", "listedOn": "2022-01-10", "firstInclusion": true } });
    let enterprise = desk
        .made(&desk.office, "listObject", "coverageObject", input)
        .await;
    let input = json!({ "object": enterprise, "version": 1, "priority": "HIGH", "reason": "优先" });
    act(
        &desk.office,
        "setObjectPriority",
        "coverageObject { id }",
        input,
    )
    .await
    .data("/setObjectPriority");
    desk.inspect(&term, 0).await;
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ objectTypes(asOf: \"2022-12-31\") {{ objectType label listed {{ value }} covered {{ value }} firstCoveredOn }} }} \
           coverageObjects(filter: {{ priority: {{ in: [HIGH, FIRST] }}, records: {{ none: {{ kind: {{ eq: ROUTINE }} }} }} }}) {{ nodes {{ id }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let types = answer.data("/coveragePlan/objectTypes");
    assert_eq!(types[0]["objectType"], "SCHOOL");
    assert_eq!(types[0]["firstCoveredOn"], "2022-08-01");
    assert_eq!(types[0]["covered"]["value"], "1");
    assert_eq!(types[1]["objectType"], "STATE_ENTERPRISE");
    assert!(types[1]["firstCoveredOn"].is_null());
    assert_ne!(types[1]["label"], "STATE_ENTERPRISE");
    // Objects of high priority that were never inspected.
    let never = json!([{ "id": enterprise }]);
    assert_eq!(*answer.data("/coverageObjects/nodes"), never);
}
