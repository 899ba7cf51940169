//! Training and mobilizing the people of an inspection.

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
    let inspection = camp.routine("preInformInspection").await;
    let answer = camp
        .step("mobilizeInspection", &inspection, "2022-03-10")
        .await;
    assert_eq!(
        answer.data("/mobilizeInspection/inspection/status"),
        "MOBILIZED"
    );
    let again = camp
        .step_refused("mobilizeInspection", &inspection, "2022-03-10")
        .await;
    again
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
}

async fn follows_the_step_before_in_time(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("preInformInspection").await;
    camp.staff(&inspection).await;
    let early = camp
        .step_refused("mobilizeInspection", &inspection, "2022-03-02")
        .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let future = camp
        .step_refused("mobilizeInspection", &inspection, "2999-01-01")
        .await;
    future.refused("BAD_USER_INPUT").of_field("input.on");
}

async fn is_for_those_named(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let input = json!({ "inspection": inspection, "version": 1 });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    camp.desk
        .only(&those, "mobilizeInspection", "inspection { id }", input)
        .await;
}
