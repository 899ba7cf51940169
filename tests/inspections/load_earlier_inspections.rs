//! Laying earlier inspections before those who inspect again: without them no second inspection is approved.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(opens_the_way_to_approval, is_for_the_office);

async fn opens_the_way_to_approval(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let first = camp.routine("feedBackInspection").await;
    let again = json!({ "kind": "SPECIAL", "topic": "BUSINESS_ENVIRONMENT", "round": null, "startsOn": "2023-04-01", "endsOn": "2023-05-31", "on": "2023-03-01" });
    let again = camp.propose(again).await;
    let blind = camp
        .step_refused("approveInspection", &again, "2023-03-03")
        .await;
    blind
        .refused("GATE")
        .by_gate("EARLIER_NOT_LOADED")
        .of_field("input.inspection");
    let query = format!(
        "{{ inspection(id: \"{again}\") {{ availableActions {{ action enabled blockedBy {{ gate }} }} }} }}"
    );
    let answer = camp.desk.dispatcher.ask(&query).await;
    let approval = &answer.data("/inspection/availableActions")[0];
    let expected = json!({ "action": "approveInspection", "enabled": false, "blockedBy": [{ "gate": "EARLIER_NOT_LOADED" }] });
    assert_eq!(*approval, expected);
    let input = json!({ "inspection": again, "version": 1 });
    let fields = "inspection { earlierInspections { nodes { id } } }";
    let answer = act(&camp.desk.office, "loadEarlierInspections", fields, input).await;
    let loaded = answer.data("/loadEarlierInspections/inspection/earlierInspections/nodes");
    assert_eq!(*loaded, json!([{ "id": first }]));
    camp.step("approveInspection", &again, "2023-03-03")
        .await
        .data("/approveInspection");
}

async fn is_for_the_office(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "inspection": camp.propose(json!({})).await, "version": 1 });
    camp.desk
        .only(
            &[Agency::Office],
            "loadEarlierInspections",
            "inspection { id }",
            input,
        )
        .await;
}
