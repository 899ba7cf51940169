//! Setting the checkpoints of a year: a plan has them from its draft on; their days can be moved while they are awaited.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::checkpoint;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    stand_from_the_draft_on_and_move,
    is_refused,
    is_for_dispatcher_and_office,
);

const FIELDS: &str = "coveragePlan { checkpoints { nodes { kind status dueOn heldOn } } }";

async fn stand_from_the_draft_on_and_move(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, _, annual, _] = desk.year().await;
    let input = json!({ "plan": annual });
    let usual = act(&desk.office, "setCheckpoints", FIELDS, input).await;
    let awaited = |kind: &str, due: &str| json!({ "kind": kind, "status": "AWAITED", "dueOn": due, "heldOn": null });
    let expected = json!([
        awaited("START", "2022-04-01"),
        awaited("MID", "2022-07-31"),
        awaited("END", "2023-01-31"),
    ]);
    let nodes = "/setCheckpoints/coveragePlan/checkpoints/nodes";
    assert_eq!(*usual.data(nodes), expected);
    let input = json!({ "plan": annual, "midDueOn": "2022-07-15", "endDueOn": "2022-12-31" });
    let moved = act(&desk.office, "setCheckpoints", FIELDS, input).await;
    let expected = json!([
        awaited("START", "2022-04-01"),
        awaited("MID", "2022-07-15"),
        awaited("END", "2022-12-31"),
    ]);
    assert_eq!(*moved.data(nodes), expected);
    // What is missing can be asked for, and stands on the desk of whoever owes it, soonest first.
    let missing = "{ planCheckpoints(filter: { status: { eq: AWAITED }, dueOn: { lt: \"2022-08-01\" } }) { nodes { kind } } worklist { recordType action state dueOn } }";
    let missing = desk.office.ask(missing).await;
    let kinds = json!([{ "kind": "START" }, { "kind": "MID" }]);
    assert_eq!(*missing.data("/planCheckpoints/nodes"), kinds);
    let owed = |due: &str| json!({ "recordType": "PlanCheckpoint", "action": "recordCheckpoint", "state": "AWAITED", "dueOn": due });
    let owed = json!([owed("2022-04-01"), owed("2022-07-15"), owed("2022-12-31")]);
    assert_eq!(*missing.data("/worklist"), owed);
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, plan, annual, _] = desk.year().await;
    let (start, version) = checkpoint(&desk, &annual, "START").await;
    let held = json!({ "checkpoint": start, "version": version, "heldOn": "2022-02-15", "result": "年初计划" });
    act(
        &desk.office,
        "recordCheckpoint",
        "planCheckpoint { id }",
        held,
    )
    .await
    .data("/recordCheckpoint");
    let days = |field: &str, day: &str| json!({ "plan": annual, field: day });
    for (input, code, gate, field) in [
        (
            json!({ "plan": plan }),
            "BAD_USER_INPUT",
            None,
            "input.plan",
        ),
        (
            days("startDueOn", "2022-03-01"),
            "GATE",
            Some("WRONG_STATE"),
            "input.startDueOn",
        ),
        (
            days("startDueOn", "2021-12-31"),
            "GATE",
            Some("CHECKPOINT_OUT_OF_ORDER"),
            "input.startDueOn",
        ),
        (
            days("midDueOn", "2023-02-01"),
            "GATE",
            Some("CHECKPOINT_OUT_OF_ORDER"),
            "input.endDueOn",
        ),
    ] {
        let answer = refused(&house, &desk.office, "setCheckpoints", FIELDS, input).await;
        let answer = answer.refused(code).of_field(field);
        if let Some(gate) = gate {
            answer.by_gate(gate);
        }
    }
    let county = desk.county(&house).await;
    let input = json!({ "plan": annual });
    let foreign = refused(&house, &county.office, "setCheckpoints", FIELDS, input).await;
    foreign.refused("NOT_FOUND").of_field("input.plan");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, _, annual, _] = desk.year().await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "setCheckpoints",
        "coveragePlan { id }",
        json!({ "plan": annual }),
    )
    .await;
}
