//! Saying that a plan rests on something no more: once, and on record.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(ends_once, is_for_dispatcher_and_office);

async fn basis(desk: &Desk) -> String {
    let (_, plan) = desk.plan().await;
    let input =
        json!({ "plan": plan, "kind": "CENTRAL_TASK", "title": "中心工作", "clause": "条款" });
    desk.made(&desk.office, "citePlanBasis", "planBasis", input)
        .await
}

async fn ends_once(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let basis = basis(&desk).await;
    let fields = "planBasis { droppedOn }";
    let input = json!({ "basis": basis, "version": 1 });
    let answer = act(&desk.office, "dropPlanBasis", fields, input).await;
    assert!(!answer.data("/dropPlanBasis/planBasis/droppedOn").is_null());
    let input = json!({ "basis": basis, "version": 2 });
    let twice = refused(&house, &desk.office, "dropPlanBasis", fields, input).await;
    twice
        .refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.basis");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input = json!({ "basis": basis(&desk).await, "version": 1 });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "dropPlanBasis",
        "planBasis { id }",
        input,
    )
    .await;
}
