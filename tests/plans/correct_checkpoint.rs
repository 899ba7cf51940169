//! Correcting a checkpoint: what was recorded, by the same rules.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::checkpoint;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    keeps_what_is_left_out,
    is_refused,
    is_for_dispatcher_and_office
);

const FIELDS: &str =
    "planCheckpoint { heldOn result fileReference figuresAsOf history { nodes { action } } }";

/// A desk with an annual plan whose start was held.
async fn held(house: &Arc<House>) -> (Desk, String) {
    let desk = Desk::open(house).await;
    let [_, _, annual, _] = desk.year().await;
    let (start, version) = checkpoint(&desk, &annual, "START").await;
    let input = json!({ "checkpoint": start, "version": version, "heldOn": "2022-02-15", "result": "年初计划" });
    act(&desk.office, "recordCheckpoint", FIELDS, input)
        .await
        .data("/recordCheckpoint");
    (desk, annual)
}

async fn keeps_what_is_left_out(house: Arc<House>) {
    let (desk, annual) = held(&house).await;
    let (start, version) = checkpoint(&desk, &annual, "START").await;
    let input = json!({ "checkpoint": start, "version": version, "heldOn": "2022-02-16", "fileReference": "巡察办〔2022〕5号" });
    let answer = act(&desk.office, "correctCheckpoint", FIELDS, input).await;
    let made = answer.data("/correctCheckpoint/planCheckpoint");
    assert_eq!(made["heldOn"], "2022-02-16");
    assert_eq!(made["result"], "年初计划");
    assert_eq!(made["fileReference"], "巡察办〔2022〕5号");
    let actions = made["history"]["nodes"].as_array().expect("a list");
    assert_eq!(actions[actions.len() - 1]["action"], "correctCheckpoint");
}

async fn is_refused(house: Arc<House>) {
    let (desk, annual) = held(&house).await;
    let (start, version) = checkpoint(&desk, &annual, "START").await;
    let (mid, mid_version) = checkpoint(&desk, &annual, "MID").await;
    let on = |day: &str| json!({ "checkpoint": start, "version": version, "heldOn": day });
    let awaited = json!({ "checkpoint": mid, "version": mid_version, "heldOn": "2022-07-01" });
    for (input, code, field) in [
        (on("2022-01-31"), "GATE", "input.heldOn"),
        (on("2999-01-01"), "BAD_USER_INPUT", "input.heldOn"),
        (awaited, "GATE", "input.checkpoint"),
        (
            json!({ "checkpoint": start, "version": 9, "heldOn": "2022-02-16" }),
            "CONFLICT",
            "input.version",
        ),
        (
            json!({ "checkpoint": start, "version": version, "figuresAsOf": "2021-12-31" }),
            "BAD_USER_INPUT",
            "input.figuresAsOf",
        ),
    ] {
        let answer = refused(&house, &desk.office, "correctCheckpoint", FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let (desk, annual) = held(&house).await;
    let (start, version) = checkpoint(&desk, &annual, "START").await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "correctCheckpoint",
        "planCheckpoint { id }",
        json!({ "checkpoint": start, "version": version }),
    )
    .await;
}
