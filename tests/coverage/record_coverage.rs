//! Recording an inspection: it counts for its object, in the order of its days.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    counts_for_the_object,
    refuses_days_out_of_order,
    is_for_the_office,
);

async fn counts_for_the_object(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let record = |number: usize, kind: &str, started: &str| json!({ "term": term, "organization": desk.organization(number), "kind": kind, "startedOn": started });
    let fields = "coverageRecord { id kind object { id standing } extendedFrom { id } }";
    let special = act(
        &desk.office,
        "recordCoverage",
        fields,
        record(0, "SPECIAL", "2022-03-01"),
    )
    .await;
    assert_eq!(
        special.data("/recordCoverage/coverageRecord/object/standing"),
        "UNPLANNED"
    );
    let routine = act(
        &desk.office,
        "recordCoverage",
        fields,
        record(0, "ROUTINE", "2022-04-06"),
    )
    .await;
    assert_eq!(
        routine.data("/recordCoverage/coverageRecord/object/id"),
        object.as_str()
    );
    assert_eq!(
        routine.data("/recordCoverage/coverageRecord/object/standing"),
        "UNDER_WAY"
    );
    let from = routine.text_at("/recordCoverage/coverageRecord/id");
    let mut extended = record(1, "ROUTINE", "2022-05-09");
    extended["extendedFrom"] = json!(from);
    let extended = act(&desk.office, "recordCoverage", fields, extended).await;
    let made = extended.data("/recordCoverage/coverageRecord");
    assert_eq!(made["extendedFrom"]["id"], from.as_str());
    assert!(made["object"].is_null());
}

async fn refuses_days_out_of_order(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let stranger = Desk::at(&house, "B").await;
    let base = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-06" });
    let with = |field: &str, value: &str| {
        let mut input = base.clone();
        input[field] = json!(value);
        input
    };
    for (input, code, field) in [
        (
            with("endedOn", "2022-04-05"),
            "BAD_USER_INPUT",
            "input.endedOn",
        ),
        (
            with("fedBackOn", "2999-01-01"),
            "BAD_USER_INPUT",
            "input.fedBackOn",
        ),
        (with("startedOn", "2020-01-01"), "GATE", "input.startedOn"),
        (with("kind", "LOOK_BACK"), "GATE", "input.startedOn"),
        (with("kind", "SURPRISE"), "BAD_USER_INPUT", "input.kind"),
        (
            with("organization", &stranger.organization(0)),
            "NOT_FOUND",
            "input.organization",
        ),
    ] {
        let answer = refused(
            &house,
            &desk.office,
            "recordCoverage",
            "coverageRecord { id }",
            input,
        )
        .await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input = json!({ "term": desk.term().await, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-06" });
    desk.only(
        &[Agency::Office],
        "recordCoverage",
        "coverageRecord { id }",
        input,
    )
    .await;
}
