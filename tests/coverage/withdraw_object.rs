//! Taking an object off the list: with a reason, once, and it can be listed again.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    withdraws_and_lists_again,
    stays_as_long_as_it_was_inspected,
    is_for_approvers,
);

async fn withdraws_and_lists_again(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    act(
        &desk.office,
        "scheduleObject",
        "coverageObject { id }",
        json!({ "object": object, "version": 1, "year": 2023 }),
    )
    .await
    .data("/scheduleObject");
    let withdraw = |version: i32, on: &str| json!({ "object": object, "version": version, "reason": "机构改革中撤并", "on": on });
    let early = refused(
        &house,
        &desk.office,
        "withdrawObject",
        "coverageObject { id }",
        withdraw(2, "2022-01-01"),
    )
    .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let fields = "coverageObject { withdrawnOn withdrawalReason standing nextRound { year } assignments { nodes { supersededOn } } }";
    let answer = act(
        &desk.office,
        "withdrawObject",
        fields,
        withdraw(2, "2022-06-01"),
    )
    .await;
    let expected = json!({
        "withdrawnOn": "2022-06-01", "withdrawalReason": "机构改革中撤并", "standing": "WITHDRAWN", "nextRound": null,
        "assignments": { "nodes": [{ "supersededOn": "2022-06-01" }] },
    });
    assert_eq!(*answer.data("/withdrawObject/coverageObject"), expected);
    let twice = refused(
        &house,
        &desk.office,
        "withdrawObject",
        "coverageObject { id }",
        withdraw(3, "2022-07-01"),
    )
    .await;
    twice
        .refused("GATE")
        .by_gate("OBJECT_WITHDRAWN")
        .of_field("input.object");
    desk.object(&plan, 0).await;
}

async fn stays_as_long_as_it_was_inspected(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    desk.inspect(&term, 0).await;
    let on = |day: &str| json!({ "object": object, "version": 1, "reason": "撤并", "decision": "市委编办〔2022〕8号", "on": day });
    let fields = "coverageObject { withdrawnOn withdrawalDecision records { totalCount } }";
    let since = refused(
        &house,
        &desk.office,
        "withdrawObject",
        fields,
        on("2022-04-01"),
    )
    .await;
    since
        .refused("GATE")
        .by_gate("OBJECT_INSPECTED_SINCE")
        .of_field("input.on");
    let answer = act(&desk.office, "withdrawObject", fields, on("2022-09-01")).await;
    let expected = json!({ "withdrawnOn": "2022-09-01", "withdrawalDecision": "市委编办〔2022〕8号", "records": { "totalCount": 1 } });
    assert_eq!(*answer.data("/withdrawObject/coverageObject"), expected);
}

async fn is_for_approvers(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input = json!({ "object": object, "version": 1, "reason": "撤并" });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "withdrawObject",
        "coverageObject { id }",
        input.clone(),
    )
    .await;
    let handler = desk.place.person(Agency::Office, Role::Handler);
    refused(
        &house,
        &handler,
        "withdrawObject",
        "coverageObject { id }",
        input,
    )
    .await
    .refused("FORBIDDEN");
}
