//! Approving a round: something has to be placed in it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(approves_what_has_objects, is_for_those_who_decide);

async fn approves_what_has_objects(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let empty = camp.round_step_refused("approveRound", "2022-03-02").await;
    empty
        .refused("GATE")
        .by_gate("ROUND_EMPTY")
        .of_field("input.round");
    camp.propose(json!({})).await;
    let query = format!(
        "{{ round(id: \"{}\") {{ availableActions {{ action enabled blockedBy {{ gate }} }} }} }}",
        camp.round
    );
    let before = camp.desk.dispatcher.ask(&query).await;
    let actions = before.data("/round/availableActions");
    assert_eq!(
        actions[0],
        json!({ "action": "approveRound", "enabled": true, "blockedBy": [] })
    );
    let answer = camp.round_step("approveRound", "2022-03-02").await;
    let expected = json!({ "status": "APPROVED", "statusOn": "2022-03-02", "announcedOn": null });
    assert_eq!(*answer.data("/approveRound/round"), expected);
    let again = camp.round_step_refused("approveRound", "2022-03-02").await;
    again.refused("GATE").by_gate("WRONG_STATE");
}

async fn is_for_those_who_decide(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "round": camp.round, "version": 1 });
    let those = [Agency::Dispatcher, Agency::LeadingGroup];
    camp.desk
        .only(&those, "approveRound", "round { id }", input)
        .await;
}
