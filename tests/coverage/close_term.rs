//! Closing a term: nothing open is left behind, and nothing is listed, scheduled or inspected in it afterwards.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    names_what_is_open,
    leaves_the_term_as_it_is,
    is_for_approvers_of_the_dispatcher,
);

const FIELDS: &str = "term { closedOn closingStatement version }";

async fn names_what_is_open(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [term, _, _, _] = desk.year().await;
    let input = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-01" });
    let record = desk
        .made(&desk.office, "recordCoverage", "coverageRecord", input)
        .await;
    let close = |on: &str, reason: Option<&str>| json!({ "term": term, "version": 1, "on": on, "uncoveredReason": reason });
    let open = refused(
        &house,
        &desk.dispatcher,
        "closeTerm",
        FIELDS,
        close("2023-06-30", None),
    )
    .await;
    let open = open
        .refused("GATE")
        .by_gate("TERM_HAS_OPEN_THINGS")
        .of_field("input.term");
    let message = open.error["message"].to_string();
    assert!(message.contains("1 inspections not reported"), "{message}");
    assert!(message.contains("3 checkpoints not held"), "{message}");
    for day in ["2021-09-30", "2022-03-31", "2999-01-01"] {
        let answer = refused(
            &house,
            &desk.dispatcher,
            "closeTerm",
            FIELDS,
            close(day, None),
        )
        .await;
        answer.refused("BAD_USER_INPUT").of_field("input.on");
    }
    let input = json!({ "record": record, "version": 1, "reportedOn": "2022-08-01" });
    act(
        &desk.office,
        "reportCoverage",
        "coverageRecord { id }",
        input,
    )
    .await
    .data("/reportCoverage");
    let open = refused(
        &house,
        &desk.dispatcher,
        "closeTerm",
        FIELDS,
        close("2023-06-30", None),
    )
    .await;
    let message = open.refused("GATE").error["message"].to_string();
    assert!(!message.contains("inspections"), "{message}");
}

async fn leaves_the_term_as_it_is(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let (object, covered) = (desk.object(&plan, 0).await, desk.object(&plan, 1).await);
    desk.inspect(&term, 1).await;
    desk.issue(&plan).await;
    let close = |reason: Option<&str>| json!({ "term": term, "version": 1, "on": "2022-12-31", "uncoveredReason": reason });
    let silent = refused(&house, &desk.dispatcher, "closeTerm", FIELDS, close(None)).await;
    silent
        .refused("GATE")
        .by_gate("OBJECTS_UNCOVERED")
        .of_field("input.uncoveredReason");
    let input = close(Some("换届提前，转入下一届"));
    let closed = act(&desk.dispatcher, "closeTerm", FIELDS, input).await;
    let expected = json!({ "closedOn": "2022-12-31", "closingStatement": "换届提前，转入下一届", "version": 2 });
    assert_eq!(*closed.data("/closeTerm/term"), expected);
    let again = json!({ "term": term, "version": 2 });
    let again = refused(&house, &desk.dispatcher, "closeTerm", FIELDS, again).await;
    again.refused("GATE").by_gate("ALREADY_ENDED");
    let inspection = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-01" });
    let round = json!({ "term": term, "ordinal": 1, "name": "第一轮", "year": 2022, "startsOn": "2022-04-01", "endsOn": "2022-06-30" });
    let listed = json!({ "organization": desk.organization(2), "objectType": "SCHOOL", "reason": "增列", "listedOn": "2022-06-01" });
    for (verb, noun, field, input) in [
        (
            "listObject",
            "coverageObject",
            "input.plan",
            json!({ "plan": plan, "object": listed }),
        ),
        (
            "listObjects",
            "coveragePlan",
            "input.plan",
            json!({ "plan": plan, "objects": [listed] }),
        ),
        (
            "scheduleObject",
            "coverageObject",
            "input.object",
            json!({ "object": object, "version": 1, "year": 2022 }),
        ),
        (
            "unscheduleObject",
            "coverageObject",
            "input.object",
            json!({ "object": object, "version": 1, "reason": "不再安排" }),
        ),
        (
            "withdrawObject",
            "coverageObject",
            "input.object",
            json!({ "object": object, "version": 1, "reason": "撤并" }),
        ),
        (
            "mergeObject",
            "coverageObject",
            "input.object",
            json!({ "object": object, "version": 1, "into": covered, "reason": "撤并" }),
        ),
        (
            "correctObject",
            "coverageObject",
            "input.object",
            json!({ "object": object, "version": 1, "pilot": true }),
        ),
        (
            "addSectorBlock",
            "sectorBlock",
            "input.plan",
            json!({ "plan": plan, "name": "新板块", "sequence": 9 }),
        ),
        (
            "draftAnnualPlan",
            "coveragePlan",
            "input.plan",
            json!({ "plan": plan, "year": 2023, "name": "2023年计划" }),
        ),
        ("openRound", "round", "input.term", round),
        ("recordCoverage", "coverageRecord", "input.term", inspection),
    ] {
        let fields = format!("{noun} {{ id }}");
        let answer = refused(&house, &desk.office, verb, &fields, input).await;
        answer
            .refused("GATE")
            .by_gate("TERM_CLOSED")
            .of_field(field);
    }
}

async fn is_for_approvers_of_the_dispatcher(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let term = desk.term().await;
    let input = json!({ "term": term, "version": 1 });
    desk.only(
        &[Agency::Dispatcher],
        "closeTerm",
        "term { id }",
        input.clone(),
    )
    .await;
    let handler = desk.place.person(Agency::Dispatcher, Role::Handler);
    refused(&house, &handler, "closeTerm", FIELDS, input)
        .await
        .refused("FORBIDDEN");
}
