//! The feedback of a round: to all of its organizations.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(leads_on, is_for_those_named);

async fn leads_on(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.carry_round("reportRound").await;
    let late = camp
        .propose(json!({ "organization": camp.desk.organization(1) }))
        .await;
    let behind = camp.round_step_refused("feedBackRound", "2022-07-01").await;
    behind
        .refused("GATE")
        .by_gate("ROUND_BEHIND")
        .of_field("input.round");
    camp.step("withdrawInspection", &late, "2022-03-02")
        .await
        .data("/withdrawInspection");
    let answer = camp.round_step("feedBackRound", "2022-07-01").await;
    let expected = json!({ "status": "FED_BACK", "statusOn": "2022-07-01", "announcedOn": null });
    assert_eq!(*answer.data("/feedBackRound/round"), expected);
    let again = camp.round_step_refused("feedBackRound", "2022-07-01").await;
    again
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.round");
}

async fn is_for_those_named(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "round": camp.round, "version": 1 });
    let those = [Agency::Office];
    camp.desk
        .only(&those, "feedBackRound", "round { id }", input)
        .await;
}
