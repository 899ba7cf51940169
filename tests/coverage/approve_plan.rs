//! Approving a plan: what it prints is what it lists.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    needs_objects_in_every_block,
    approves_when_the_printed_number_is_listed,
    is_for_an_approver_of_the_dispatcher,
);

async fn approves_when_the_printed_number_is_listed(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input = json!({ "term": desk.term().await, "fromYear": 2022, "toYear": 2026, "name": "规划", "printedObjectCount": 2 });
    let plan = desk
        .made(&desk.office, "draftFiveYearPlan", "coveragePlan", input)
        .await;
    desk.object(&plan, 0).await;
    let input = json!({ "plan": plan, "version": 1, "on": "2022-02-01" });
    let short = refused(
        &house,
        &desk.dispatcher,
        "approvePlan",
        "coveragePlan { id }",
        input.clone(),
    )
    .await;
    short
        .refused("GATE")
        .by_gate("OBJECT_COUNT_DIFFERS")
        .of_field("input.plan");
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ availableActions {{ action enabled blockedBy {{ gate message }} }} }} }}"
    );
    let before = desk.dispatcher.ask(&query).await;
    let actions = before.data("/coveragePlan/availableActions");
    assert_eq!(actions[0]["action"], "approvePlan");
    assert_eq!(actions[0]["enabled"], false);
    assert_eq!(actions[0]["blockedBy"][0]["gate"], "OBJECT_COUNT_DIFFERS");
    assert_eq!(actions[1]["blockedBy"][0]["gate"], "WRONG_STATE");
    desk.object(&plan, 1).await;
    let answer = act(
        &desk.dispatcher,
        "approvePlan",
        "coveragePlan { status approvedOn availableActions { action enabled } }",
        input,
    )
    .await;
    let made = answer.data("/approvePlan/coveragePlan");
    assert_eq!(
        (&made["status"], &made["approvedOn"]),
        (&json!("APPROVED"), &json!("2022-02-01"))
    );
    assert_eq!(
        made["availableActions"][1],
        json!({ "action": "issuePlan", "enabled": true })
    );
}

async fn needs_objects_in_every_block(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.block(&plan, "教育系统", 1).await;
    desk.object(&plan, 0).await;
    let input = json!({ "plan": plan, "version": 1, "on": "2022-02-01" });
    let empty = refused(
        &house,
        &desk.dispatcher,
        "approvePlan",
        "coveragePlan { id }",
        input,
    )
    .await;
    empty
        .refused("GATE")
        .by_gate("BLOCK_WITHOUT_OBJECTS")
        .of_field("input.plan");
}

async fn is_for_an_approver_of_the_dispatcher(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "version": 1 });
    desk.only(
        &[Agency::Dispatcher],
        "approvePlan",
        "coveragePlan { id }",
        input.clone(),
    )
    .await;
    let handler = desk.place.person(Agency::Dispatcher, Role::Handler);
    refused(
        &house,
        &handler,
        "approvePlan",
        "coveragePlan { id }",
        input,
    )
    .await
    .refused("FORBIDDEN");
}
