//! Declaring full coverage: refused while one object is left.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(declares_when_nothing_is_left, is_for_the_dispatcher,);

async fn declares_when_nothing_is_left(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "statement": "实现巡察全覆盖" });
    let fields = "fullCoverageDeclaration { objectCount reachedOn objectType statement }";
    let empty = refused(
        &house,
        &desk.dispatcher,
        "declareFullCoverage",
        fields,
        input.clone(),
    )
    .await;
    empty
        .refused("GATE")
        .by_gate("PLAN_WITHOUT_OBJECTS")
        .of_field("input.plan");
    for number in [0, 1] {
        desk.object(&plan, number).await;
    }
    let record = |number: usize, reported: &str| json!({ "term": term, "organization": desk.organization(number), "kind": "ROUTINE", "startedOn": "2022-04-06", "reportedOn": reported });
    act(
        &desk.office,
        "recordCoverage",
        "coverageRecord { id }",
        record(0, "2022-07-20"),
    )
    .await
    .data("/recordCoverage");
    let left = refused(
        &house,
        &desk.dispatcher,
        "declareFullCoverage",
        fields,
        input.clone(),
    )
    .await;
    let refusal = left.refused("GATE").by_gate("OBJECTS_UNCOVERED");
    assert!(refusal.message().starts_with("1 of 2 objects"));
    act(
        &desk.office,
        "recordCoverage",
        "coverageRecord { id }",
        record(1, "2022-08-01"),
    )
    .await
    .data("/recordCoverage");
    let answer = act(&desk.dispatcher, "declareFullCoverage", fields, input).await;
    let expected = json!({ "objectCount": 2, "reachedOn": "2022-08-01", "objectType": null, "statement": "实现巡察全覆盖" });
    assert_eq!(
        *answer.data("/declareFullCoverage/fullCoverageDeclaration"),
        expected
    );
}

async fn is_for_the_dispatcher(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.only(
        &[Agency::Dispatcher],
        "declareFullCoverage",
        "fullCoverageDeclaration { id }",
        json!({ "plan": plan }),
    )
    .await;
}
