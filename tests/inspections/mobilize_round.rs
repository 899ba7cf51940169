//! The mobilization meeting of a round.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::{
    support::{house::House, on_each_database},
    teams::readiness::ask_for,
};

on_each_database!(leads_on, waits_for_its_meeting, is_for_those_named);

async fn leads_on(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.carry_round("trainRound").await;
    let answer = camp.round_step("mobilizeRound", "2022-03-07").await;
    let expected = json!({ "status": "MOBILIZED", "statusOn": "2022-03-07", "announcedOn": null });
    assert_eq!(*answer.data("/mobilizeRound/round"), expected);
    let again = camp.round_step_refused("mobilizeRound", "2022-03-07").await;
    again
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.round");
}

async fn waits_for_its_meeting(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.carry_round("trainRound").await;
    ask_for(&camp, "START_NEEDS_MOBILIZATION").await;
    let refusal = "MOBILIZATION_NOT_HELD";
    let early = camp.round_step_refused("mobilizeRound", "2022-03-08").await;
    early
        .refused("GATE")
        .by_gate(refusal)
        .of_field("input.round");
    let query = format!(
        "{{ round(id: \"{}\") {{ availableActions {{ action enabled blockedBy {{ gate }} }} }} }}",
        camp.round
    );
    let before = camp.desk.office.ask(&query).await;
    let actions = before.data("/round/availableActions").as_array();
    let blocked =
        json!({ "action": "mobilizeRound", "enabled": false, "blockedBy": [{ "gate": refusal }] });
    assert!(actions.expect("actions").contains(&blocked));
    camp.mobilization(json!({ "round": camp.round }), "2022-03-08")
        .await;
    // The meeting was on the day after.
    let early = camp.round_step_refused("mobilizeRound", "2022-03-07").await;
    early.refused("GATE").by_gate(refusal);
    let answer = camp.round_step("mobilizeRound", "2022-03-08").await;
    assert_eq!(answer.data("/mobilizeRound/round/status"), "MOBILIZED");
}

async fn is_for_those_named(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "round": camp.round, "version": 1 });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    camp.desk
        .only(&those, "mobilizeRound", "round { id }", input)
        .await;
}
