//! The first entry of a round.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::{
    support::{house::House, on_each_database},
    teams::readiness::ask_for,
};

on_each_database!(
    leads_on,
    waits_for_a_meeting_of_its_year,
    is_for_those_named
);

async fn leads_on(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.carry_round("mobilizeRound").await;
    let early = camp.round_step_refused("startRound", "2022-04-02").await;
    early
        .refused("GATE")
        .by_gate("ROUND_BEHIND")
        .of_field("input.round");
    let inspection = camp.propose(json!({})).await;
    camp.carry(&inspection, "enterInspection").await;
    let answer = camp.round_step("startRound", "2022-04-02").await;
    let expected = json!({ "status": "ON_SITE", "statusOn": "2022-04-02", "announcedOn": null });
    assert_eq!(*answer.data("/startRound/round"), expected);
    let again = camp.round_step_refused("startRound", "2022-04-02").await;
    again
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.round");
}

async fn waits_for_a_meeting_of_its_year(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.carry_round("mobilizeRound").await;
    let inspection = camp.propose(json!({})).await;
    camp.carry(&inspection, "enterInspection").await;
    ask_for(&camp, "START_NEEDS_MOBILIZATION").await;
    let refused = async || {
        let early = camp.round_step_refused("startRound", "2022-04-02").await;
        early
            .refused("GATE")
            .by_gate("MOBILIZATION_NOT_HELD")
            .of_field("input.round");
    };
    refused().await;
    // That of another year opens other rounds.
    camp.mobilization(json!({}), "2021-12-30").await;
    refused().await;
    let implements = json!({ "implements": "全国巡视工作会议" });
    let meeting = camp.mobilization(implements, "2022-03-01").await;
    assert_eq!(meeting["kind"], "MOBILIZATION");
    assert_eq!(meeting["round"], json!(null));
    assert_eq!(meeting["implements"], "全国巡视工作会议");
    let answer = camp.round_step("startRound", "2022-04-02").await;
    assert_eq!(answer.data("/startRound/round/status"), "ON_SITE");
}

async fn is_for_those_named(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "round": camp.round, "version": 1 });
    let those = [Agency::Office];
    camp.desk
        .only(&those, "startRound", "round { id }", input)
        .await;
}
