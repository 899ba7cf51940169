//! Giving an inspection up, before its team enters.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(keeps_it_on_record, refuses_an_entered_one);

async fn keeps_it_on_record(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("mobilizeInspection").await;
    let answer = camp
        .step("withdrawInspection", &inspection, "2022-03-20")
        .await;
    assert_eq!(
        answer.data("/withdrawInspection/inspection/status"),
        "WITHDRAWN"
    );
    let query = format!(
        "{{ inspection(id: \"{inspection}\") {{ withdrawalReason history(last: 1) {{ nodes {{ action }} }} }} }}"
    );
    let answer = camp.desk.office.ask(&query).await;
    let expected = json!({ "withdrawalReason": "对象机构改革", "history": { "nodes": [{ "action": "withdrawInspection" }] } });
    assert_eq!(*answer.data("/inspection"), expected);
    let input = json!({ "inspection": inspection, "version": 1, "reason": "误" });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    camp.desk
        .only(
            &those,
            "withdrawInspection",
            "inspection { id }",
            input.clone(),
        )
        .await;
    let handler = camp.desk.place.person(Agency::Office, Role::Handler);
    act(&handler, "withdrawInspection", "inspection { id }", input)
        .await
        .refused("FORBIDDEN");
}

async fn refuses_an_entered_one(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("enterInspection").await;
    let late = camp
        .step_refused("withdrawInspection", &inspection, "2022-04-10")
        .await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
}
