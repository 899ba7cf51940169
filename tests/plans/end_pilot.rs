//! Ending a pilot: with its report, once, after it began.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::pilot;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(ends_with_a_report, is_for_dispatcher_and_office);

async fn ends_with_a_report(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let pilot = pilot(&desk).await;
    let fields = "pilot { status endsOn report }";
    let end = |version: i32, day: &str| json!({ "pilot": pilot, "version": version, "report": "形成经验材料", "on": day });
    let early = refused(
        &house,
        &desk.office,
        "endPilot",
        fields,
        end(1, "2022-02-28"),
    )
    .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let answer = act(&desk.office, "endPilot", fields, end(1, "2022-12-31")).await;
    let expected = json!({ "status": "ENDED", "endsOn": "2022-12-31", "report": "形成经验材料" });
    assert_eq!(*answer.data("/endPilot/pilot"), expected);
    let twice = refused(
        &house,
        &desk.office,
        "endPilot",
        fields,
        end(2, "2022-12-31"),
    )
    .await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.pilot");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input = json!({ "pilot": pilot(&desk).await, "version": 1, "report": "形成经验材料" });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "endPilot",
        "pilot { id }",
        input,
    )
    .await;
}
