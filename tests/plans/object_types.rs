//! The types of objects: since when each is covered, which never was, and which objects never were.

use std::sync::Arc;

use serde_json::json;

use crate::{
    coverage::desk::{Desk, act},
    support::{house::House, on_each_database},
};

on_each_database!(name_what_was_never_covered, look_through_all_terms);

async fn look_through_all_terms(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input =
        json!({ "ordinal": 7, "name": "第七届", "startsOn": "2016-10-01", "endsOn": "2021-09-30" });
    let before = desk.made(&desk.office, "openTerm", "term", input).await;
    let input = json!({ "term": before, "fromYear": 2017, "toYear": 2021, "name": "上届规划" });
    let earlier = desk
        .made(&desk.office, "draftFiveYearPlan", "coveragePlan", input)
        .await;
    let input = json!({ "plan": earlier, "object": { "organization": desk.organization(0), "objectType": "SCHOOL", "listedOn": "2017-01-10" } });
    let object = desk
        .made(&desk.office, "listObject", "coverageObject", input)
        .await;
    let input = json!({ "term": before, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2018-03-01", "reportedOn": "2018-06-01" });
    desk.made(&desk.office, "recordCoverage", "coverageRecord", input)
        .await;
    let input = json!({ "object": object, "version": 1, "on": "2021-09-30", "reason": "届满" });
    act(
        &desk.dispatcher,
        "withdrawObject",
        "coverageObject { id }",
        input,
    )
    .await
    .data("/withdrawObject");
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 1).await;
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ objectTypes(asOf: \"2022-12-31\") {{ figures {{ covered {{ value }} }} firstCoveredOn }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    assert_eq!(
        answer.data("/coveragePlan/objectTypes"),
        &json!([{ "figures": { "covered": { "value": "0" } }, "firstCoveredOn": "2018-06-01" }]),
        "covered in the term before, by an object that left the list since"
    );
}

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
        "{{ coveragePlan(id: \"{plan}\") {{ objectTypes(asOf: \"2022-12-31\") {{ figures {{ group {{ value label }} listed {{ value }} covered {{ value }} }} firstCoveredOn }} }} \
           coverageObjects(filter: {{ priority: {{ in: [HIGH, FIRST] }}, records: {{ none: {{ kind: {{ eq: ROUTINE }} }} }} }}) {{ nodes {{ id }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let types = answer.data("/coveragePlan/objectTypes");
    assert_eq!(types[0]["figures"]["group"]["value"], "SCHOOL");
    assert_eq!(types[0]["firstCoveredOn"], "2022-08-01");
    assert_eq!(types[0]["figures"]["covered"]["value"], "1");
    assert_eq!(types[1]["figures"]["group"]["value"], "STATE_ENTERPRISE");
    assert!(types[1]["firstCoveredOn"].is_null());
    assert_ne!(types[1]["figures"]["group"]["label"], "STATE_ENTERPRISE");
    // Objects of high priority that were never inspected.
    let never = json!([{ "id": enterprise }]);
    assert_eq!(*answer.data("/coverageObjects/nodes"), never);
}
