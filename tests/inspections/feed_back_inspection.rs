//! Feeding an inspection back.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(
    leads_on,
    follows_the_step_before_in_time,
    is_for_those_named
);

async fn leads_on(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("reportInspection").await;
    let answer = camp
        .step("feedBackInspection", &inspection, "2022-07-01")
        .await;
    assert_eq!(
        answer.data("/feedBackInspection/inspection/status"),
        "FED_BACK"
    );
    let query =
        format!("{{ inspection(id: \"{inspection}\") {{ coverageRecord {{ fedBackOn }} }} }}");
    let record = camp.desk.office.ask(&query).await;
    assert_eq!(
        record.data("/inspection/coverageRecord/fedBackOn"),
        "2022-07-01"
    );
    let again = camp
        .step_refused("feedBackInspection", &inspection, "2022-07-01")
        .await;
    again
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
}

async fn follows_the_step_before_in_time(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("reportInspection").await;
    let early = camp
        .step_refused("feedBackInspection", &inspection, "2022-03-02")
        .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let future = camp
        .step_refused("feedBackInspection", &inspection, "2999-01-01")
        .await;
    future.refused("BAD_USER_INPUT").of_field("input.on");
}

async fn is_for_those_named(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let input = json!({ "inspection": inspection, "version": 1 });
    let those = [Agency::LeadingGroup, Agency::Office, Agency::Team];
    camp.desk
        .only(&those, "feedBackInspection", "inspection { id }", input)
        .await;
}
