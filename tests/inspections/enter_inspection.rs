//! Entering: the ledger counts the inspection, and its organization sees it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(begins_the_record, refuses_too_early, is_for_office_and_team);

async fn begins_the_record(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let plan = json!({ "term": camp.term(), "fromYear": 2022, "toYear": 2026, "name": "五年规划" });
    let office = &camp.desk.office;
    let plan = camp
        .desk
        .made(office, "draftFiveYearPlan", "coveragePlan", plan)
        .await;
    let object = camp.desk.object(&plan, 0).await;
    let inspection = camp.routine("enterInspection").await;
    let query = format!(
        "{{ inspection(id: \"{inspection}\") {{ status enteredOn announcedOn coverageRecord {{ kind startedOn object {{ id }} round {{ ordinal }} }} }} }}"
    );
    let answer = camp.desk.office.ask(&query).await;
    let expected = json!({
        "status": "ON_SITE", "enteredOn": "2022-04-02", "announcedOn": "2022-04-02",
        "coverageRecord": { "kind": "ROUTINE", "startedOn": "2022-04-02", "object": { "id": object }, "round": { "ordinal": 1 } },
    });
    assert_eq!(*answer.data("/inspection"), expected);
    let own = camp
        .viewer(Agency::Object)
        .ask("{ inspections { nodes { enteredOn } } }")
        .await;
    assert_eq!(
        *own.data("/inspections/nodes"),
        json!([{ "enteredOn": "2022-04-02" }])
    );
}

async fn refuses_too_early(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    camp.approve_round().await;
    let unapproved = camp
        .step_refused("enterInspection", &inspection, "2022-04-02")
        .await;
    unapproved
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
    camp.carry(&inspection, "preInformInspection").await;
    let untrained = camp
        .step_refused("enterInspection", &inspection, "2022-04-02")
        .await;
    untrained.refused("GATE").by_gate("NOT_MOBILIZED");
    camp.step("mobilizeInspection", &inspection, "2022-03-10")
        .await
        .data("/mobilizeInspection");
    let outside = camp
        .step_refused("enterInspection", &inspection, "2022-03-31")
        .await;
    outside
        .refused("GATE")
        .by_gate("WINDOW_OUTSIDE_ROUND")
        .of_field("input.on");
    let mobile = camp.propose(json!({ "kind": "MOBILE", "batch": 1, "round": null, "organization": camp.desk.organization(1) })).await;
    camp.step("approveInspection", &mobile, "2022-03-31")
        .await
        .data("/approveInspection");
    camp.step("enterInspection", &mobile, "2022-04-01")
        .await
        .data("/enterInspection");
}

async fn is_for_office_and_team(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "inspection": camp.propose(json!({})).await, "version": 1 });
    let those = [Agency::Office, Agency::Team];
    camp.desk
        .only(&those, "enterInspection", "inspection { id }", input)
        .await;
}
