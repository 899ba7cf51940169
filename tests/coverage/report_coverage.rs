//! Reporting an inspection: from then on its object is covered.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(covers_the_object, is_for_the_office,);

async fn covers_the_object(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let started = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-06" });
    let record = desk
        .made(&desk.office, "recordCoverage", "coverageRecord", started)
        .await;
    let report = |version: i32, field: &str, day: &str| json!({ "record": record, "version": version, field: day });
    let early = refused(
        &house,
        &desk.office,
        "reportCoverage",
        "coverageRecord { id }",
        report(1, "reportedOn", "2022-04-05"),
    )
    .await;
    early.refused("BAD_USER_INPUT").of_field("input.reportedOn");
    let fields = "coverageRecord { endedOn reportedOn fedBackOn object { standing } }";
    act(
        &desk.office,
        "reportCoverage",
        fields,
        report(1, "endedOn", "2022-06-30"),
    )
    .await
    .data("/reportCoverage");
    let answer = act(
        &desk.office,
        "reportCoverage",
        fields,
        report(2, "reportedOn", "2022-07-20"),
    )
    .await;
    let expected = json!({ "endedOn": "2022-06-30", "reportedOn": "2022-07-20", "fedBackOn": null, "object": { "standing": "COVERED" } });
    assert_eq!(*answer.data("/reportCoverage/coverageRecord"), expected);
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let started = json!({ "term": desk.term().await, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-06" });
    let record = desk
        .made(&desk.office, "recordCoverage", "coverageRecord", started)
        .await;
    desk.only(
        &[Agency::Office],
        "reportCoverage",
        "coverageRecord { id }",
        json!({ "record": record, "version": 1 }),
    )
    .await;
}
