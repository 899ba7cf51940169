//! Training before a round.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(leads_on, is_for_those_named);

async fn leads_on(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.carry_round("preInformRound").await;
    let answer = camp.round_step("trainRound", "2022-03-06").await;
    let expected = json!({ "status": "TRAINED", "statusOn": "2022-03-06", "announcedOn": null });
    assert_eq!(*answer.data("/trainRound/round"), expected);
    let again = camp.round_step_refused("trainRound", "2022-03-06").await;
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
        .only(&those, "trainRound", "round { id }", input)
        .await;
}
